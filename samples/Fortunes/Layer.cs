using DslNet;

namespace Fortunes;

/// <summary>A layer of a transformer: each half is added to what it reads.</summary>
[Block]
[Residual<Attending>, Residual<Thinking>]
internal sealed class Layer;
