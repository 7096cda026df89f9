namespace DslNet;

/// <summary>The mean of max(0, 1 − target × prediction) over batch and outputs, as Keras' Hinge. Targets are 1 for yes and −1 for no.</summary>
/// <example><code>[Dense(1), Hinge]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Hinge.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class HingeAttribute : LossAttribute;
