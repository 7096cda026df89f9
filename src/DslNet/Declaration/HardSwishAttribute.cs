namespace DslNet;

/// <summary>x·(x + 3)/6 from −3 to 3, 0 below and x above.</summary>
/// <example><code>[Dense(64), HardSwish]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/HardSwish.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class HardSwishAttribute : LayerAttribute;
