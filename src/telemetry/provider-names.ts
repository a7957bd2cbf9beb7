/**
 * What the GenAI semantic conventions call a provider, by the prefix of its model ids. A prefix that is not listed is
 * its own name, as the conventions want it.
 */
const PROVIDER_NAMES: Readonly<Record<string, string>> = {
  openai: 'openai',
  azure: 'azure.ai.openai',
  anthropic: 'anthropic',
  'google-genai': 'gcp.gemini',
  mistralai: 'mistral_ai',
  ollama: 'ollama',
  groq: 'groq',
  bedrock: 'aws.bedrock',
};

/** The provider and the model of an id such as `openai:gpt-5-mini`; an id without a provider is a model of one's own. */
export function splitModelId(id: string): { provider: string; model: string } {
  const colon = id.indexOf(':');
  if (colon < 1) return { provider: 'custom', model: id };
  const prefix = id.slice(0, colon);
  return { provider: PROVIDER_NAMES[prefix] ?? prefix, model: id.slice(colon + 1) };
}
