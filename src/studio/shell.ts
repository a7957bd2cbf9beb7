/** The page before its script runs: it holds no data, and is given to whoever asks for it by the right host. */
export const SHELL = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gapwright studio</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/studio.css">
<script src="/studio.js" defer></script>
</head>
<body><div id="app"><noscript>The studio needs JavaScript.</noscript></div></body>
</html>
`;

export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0a5566"/></svg>';
