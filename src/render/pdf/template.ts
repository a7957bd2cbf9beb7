/**
 * The page, in Typst. Fixed: all that a report says comes in as JSON in `sys.inputs` and is set as text, so nothing in
 * it can be read as markup.
 */
export const TEMPLATE = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let colour = (name) => rgb(doc.palette.at(if name == "unknown" { "missing" } else { name }))
#let (ink, soft, line-colour, faint, accent) = ("ink", "soft", "line", "faint", "accent").map(colour)

#let scripts = (
  "Noto Serif", "Noto Sans", "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif CJK JP", "Noto Sans CJK JP",
  "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Serif Hebrew", "Noto Sans Hebrew", "Noto Serif Thai", "Noto Sans Thai",
  "Noto Serif Devanagari", "Noto Sans Devanagari", "DejaVu Sans",
)
#let own = if doc.font == none { () } else { (doc.font,) }
#let serif = own + ("Libertinus Serif",) + scripts
#let sans = own + ("Noto Sans", "Liberation Sans", "Arial", "Helvetica Neue", "DejaVu Sans", "Libertinus Serif") + scripts

#set document(title: doc.title, author: doc.author, date: datetime(..doc.date))
#set text(
  font: serif, size: 10.5pt, fill: ink, lang: doc.lang, region: doc.region, hyphenate: false, ligatures: true,
  number-type: "lining",
)
#set par(leading: 0.68em, spacing: 1.2em, justify: false, linebreaks: "optimized")
#set page(
  paper: "a4",
  margin: (x: 21mm, top: 24mm, bottom: 22mm),
  header: context {
    if counter(page).get().first() > 1 {
      set text(font: sans, size: 8pt, fill: soft)
      set par(leading: 0.4em)
      block(width: 100%, inset: (bottom: 5pt), stroke: (bottom: 0.5pt + line-colour), height: 13pt, clip: true, doc.title)
    }
  },
  footer: context {
    set text(font: sans, size: 8pt, fill: soft)
    grid(
      columns: (1fr, auto), column-gutter: 16pt, align: (left + top, right + top),
      doc.footer, counter(page).display("1 / 1", both: true),
    )
  },
)

// A long word may break anywhere. Empty boxes allow it and, unlike spaces of no width, add nothing to the page's text.
#show regex("[^\\s\\p{Z}-]{40,}"): it => it.text.clusters().join(box())
#let narrow(body, from: 17) = {
  show regex("[^\\s\\p{Z}-]{" + str(from) + ",39}"): it => it.text.clusters().join(box())
  body
}

// The words of a line that is read from the right stand in the page's text from left to right, as they are drawn. Here
// each is put in its place in the order in which it is read. What has more than letters in it is left as it is, and so
// is what may not fit a line, since the result does not break.
#let rtl = "\\p{Hebrew}\\p{Arabic}\\p{Syriac}\\p{Thaana}"
#let from-the-right(it) = context {
  let words = it.text.split(" ")
  let gap = measure("a b").width - measure("ab").width
  let sizes = words.map(word => measure(word).width)
  let total = sizes.sum() + gap * (words.len() - 1)
  let most = if text.size > 14pt { 150mm } else { 44mm }
  if total > most or it.text.find(regex("[^ \\p{M}" + rtl + "]")) != none { it } else {
    box({
      let (at, end) = (0pt, total)
      for (place, word) in words.enumerate() {
        if place > 0 { [ ]; at += gap }
        h(end - sizes.at(place) - at)
        box(word)
        (at, end) = (end, end - sizes.at(place) - gap)
      }
      h(total - at)
    })
  }
}
#let in-reading-order(body) = {
  show regex("[" + rtl + "][" + rtl + "\\p{M}\\p{P}\\p{N} ]* [" + rtl + "\\p{M}\\p{P}\\p{N} ]*[" + rtl + "\\p{M}]"): from-the-right
  body
}

#show link: it => { set text(fill: accent); underline(offset: 1.6pt, stroke: 0.4pt + accent, it) }
#set heading(numbering: none)
#show heading: set text(weight: "semibold", fill: ink)
#show heading: set block(sticky: true)
#show heading: set par(leading: 0.45em)
#show heading.where(level: 1): set text(size: 16.5pt)
#show heading.where(level: 1): set block(above: 26pt, below: 12pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 2): set block(above: 18pt, below: 10pt)
#show title: set text(size: 25pt, weight: "semibold", fill: ink)
#show title: set par(leading: 0.4em)
#show title: set block(above: 0pt, below: 20pt)
#set list(indent: 2pt, body-indent: 7pt, marker: text(fill: accent, [•]), spacing: 0.75em)
#show figure.where(kind: table): set block(breakable: true)
#set figure(supplement: none, numbering: none, gap: 6pt)
#set figure.caption(position: top)
#show figure.caption: it => {
  set text(font: sans, size: 9pt, weight: "semibold")
  set par(leading: 0.5em)
  block(width: 100%, sticky: true, align(left, it.body))
}

// A shape for the eye beside a status; the word says the same.
#let mark(kind) = {
  let paint = colour(kind)
  let ring = circle(radius: 2.8pt, stroke: (paint: paint, thickness: 0.8pt, dash: if kind == "unknown" { "densely-dotted" }))
  let shape = if kind == "met" { circle(radius: 3.2pt, fill: paint) } else if kind == "partial" {
    box(width: 5.6pt, height: 5.6pt, {
      place(ring)
      place(box(width: 2.8pt, height: 5.6pt, clip: true, circle(radius: 2.8pt, fill: paint)))
    })
  } else { ring }
  pdf.artifact(box(baseline: 0.4pt, width: 6.4pt, align(center, shape)))
  h(3.5pt)
}

#let linked(text, href) = if href == none { text } else { link(href, text) }

#let draw-table(it) = {
  set text(font: sans, size: 8.6pt, number-width: "tabular")
  set par(leading: 0.5em, linebreaks: "simple")
  let aligns = it.columns.map(c => if c.align == "right" { right } else { left })
  let sheet = table(
    columns: it.shares.map(s => s * 1fr),
    align: (x, y) => aligns.at(x) + (if y == 0 { bottom } else { top }),
    inset: (x, y) => (
      left: if x == 0 { 0pt } else { 5pt }, right: if x == aligns.len() - 1 { 0pt } else { 5pt },
      top: 4.6pt, bottom: 4.6pt,
    ),
    stroke: (x, y) => if y == 0 { (bottom: 1.1pt + line-colour) } else { (bottom: 0.5pt + faint) },
    table.header(..it.columns.map(c => text(size: 7.8pt, weight: "semibold", fill: soft, narrow(c.title)))),
    ..it.rows.map(row => row.enumerate().map(((at, cell)) => table.cell(breakable: false, {
      if cell.mark != none {
        box({ mark(cell.mark); text(fill: colour(cell.mark), cell.text) })
      } else { set text(weight: "medium") if at == 0; narrow(linked(cell.text, cell.href)) }
    }))).flatten(),
  )
  block(above: 15pt, below: 17pt, width: 100%, stroke: (top: 0.5pt + line-colour), inset: (top: 6pt), {
    if it.caption == "" { sheet } else { figure(kind: table, caption: it.caption, sheet) }
  })
}

#let draw-figure(it) = block(above: 15pt, below: 17pt, width: 100%, breakable: false, {
  block(below: 8pt, sticky: true, par(text(font: sans, size: 9pt, weight: "semibold", it.title)))
  align(left, image(bytes(it.svg), format: "svg", alt: it.alt, width: it.width * 1pt))
})

#let draw-pairs(it) = {
  set text(font: sans, size: 9.2pt)
  set par(leading: 0.55em)
  set terms(separator: none, hanging-indent: 150pt, spacing: 9.5pt)
  show strong: set text(weight: "regular", fill: soft)
  let label(words) = if words.len() > 30 { words + h(8pt) } else { box(width: 150pt, words) }
  block(above: 12pt, below: 16pt, width: 100%, terms(..it.pairs.map(p => terms.item(label(p.label), narrow(p.value)))))
}

#let draw-card(it) = block(
  width: 100%, breakable: false, inset: (left: 9pt, top: 1pt, bottom: 2pt), stroke: (left: 2pt + accent), {
    set par(leading: 0.5em)
    block(below: 6pt, par(text(size: 9.4pt, weight: "semibold", narrow(linked(it.title, it.href)))))
    for line in it.lines { block(above: 5pt, below: 5pt, par(text(fill: soft, narrow(line)))) }
  },
)

#let draw-cards(it) = {
  set text(font: sans, size: 8.6pt)
  if it.title != "" { block(above: 15pt, below: 9pt, sticky: true, par(text(size: 9pt, weight: "semibold", it.title))) }
  block(above: 9pt, below: 17pt, width: 100%, grid(
    columns: (1fr, 1fr), column-gutter: 16pt, row-gutter: 11pt,
    ..it.cards.map(card => grid.cell(breakable: false, draw-card(card))),
  ))
}

#let draw-words(it) = if it.as == "list" { list(..it.texts.map(t => [#t])) } else { for t in it.texts { par(t) } }

#let draw(it) = {
  if it.kind == "heading" { heading(level: 2, in-reading-order(it.text)) }
  else if it.kind == "paragraph" { par(in-reading-order(it.text)) }
  else if it.kind == "words" { in-reading-order(draw-words(it)) }
  else if it.kind == "pairs" { draw-pairs(it) }
  else if it.kind == "cards" { draw-cards(it) }
  else if it.kind == "figure" { draw-figure(it) }
  else if it.kind == "table" { draw-table(it) }
}

#let draw-part(it) = { heading(level: 1, in-reading-order(it.title)); for b in it.blocks { draw(b) } }

#pdf.artifact(block(width: 38pt, height: 4pt, fill: accent, below: 16pt))
#if doc.logo != none {
  // Decoration: it says nothing that the text does not.
  block(below: 16pt, pdf.artifact(box(height: 34pt, image(bytes(doc.logo.bytes), format: doc.logo.format, height: 34pt))))
}
#in-reading-order(title())
#if doc.about.len() > 0 {
  set text(font: sans)
  block(below: 18pt, width: 100%, grid(
    columns: (1fr,) * calc.min(3, doc.about.len()), column-gutter: 14pt, row-gutter: 9pt,
    ..doc.about.map(p => {
      block(below: 6.5pt, par(text(size: 8pt, weight: "semibold", fill: soft, p.label)))
      block(above: 6.5pt, par(text(size: 10pt, weight: "medium", in-reading-order(narrow(p.value, from: 25)))))
    }),
  ))
}
#if doc.verdict != "" {
  block(width: 100%, below: 6pt, inset: (y: 11pt), stroke: (y: 0.6pt + line-colour), {
    set text(size: 12.5pt)
    set par(leading: 0.62em)
    par(in-reading-order(doc.verdict))
  })
}
#for part in doc.parts { draw-part(part) }
`;
