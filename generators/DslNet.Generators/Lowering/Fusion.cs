using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Activations;

namespace DslNet.Generators.Lowering;

/// <summary>An activation that is computed where the layer before it leaves its output.</summary>
/// <param name="Layer">The layer that the activation is declared as.</param>
/// <param name="Activation">The activation.</param>
/// <param name="InRegisters">Whether the layer's kernel applies it before it stores; otherwise a loop of its own follows.</param>
internal sealed record Fusion(string Layer, Elementwise Activation, bool InRegisters);
