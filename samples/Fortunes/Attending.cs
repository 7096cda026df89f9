using DslNet;

namespace Fortunes;

/// <summary>What each character finds among those before it.</summary>
[Block]
[LayerNorm, CausalAttention(4, 256)]
internal sealed class Attending;
