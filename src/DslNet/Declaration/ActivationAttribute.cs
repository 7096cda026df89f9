namespace DslNet;

/// <summary>
/// A function of one's own: a static method that takes a float and returns one. Its body is read, derived and compiled for every processor, as the library's
/// activations are.
/// </summary>
/// <example>
/// <code>
/// [Network]
/// [Input(4), Dense(16), Activation(nameof(Snake)), Dense(1), MeanSquaredError]
/// public sealed partial class Net
/// {
///     static float Snake(float x) => x + MathF.Sin(x) * MathF.Sin(x);
/// }
/// </code>
/// </example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Activation.md">What a body may have, derivatives at kinks, and errors.</seealso>
public sealed class ActivationAttribute : LayerAttribute
{
    /// <summary>A method of the network's class.</summary>
    /// <param name="method">The method, such as <c>nameof(Snake)</c>.</param>
    /// <param name="arguments">Constants for its further parameters, in their order: any finite numbers.</param>
    public ActivationAttribute(string method, params double[] arguments) => (Method, Arguments) = (method, arguments);

    /// <summary>A method of another class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="method">The method, such as <c>nameof(MyFunctions.Snake)</c>.</param>
    /// <param name="arguments">Constants for its further parameters, in their order: any finite numbers.</param>
    public ActivationAttribute(Type type, string method, params double[] arguments)
        : this(method, arguments) => Type = type;

    /// <summary>The class that the method is in; null for the network's own.</summary>
    public Type? Type { get; }

    /// <summary>The method.</summary>
    public string Method { get; }

    /// <summary>Constants for the method's further parameters.</summary>
    public double[] Arguments { get; }

    /// <summary>
    /// Whether the function lets through about half of what comes in, as ReLU does: weights before it then start with twice the variance (He instead of
    /// Glorot). False unless said otherwise.
    /// </summary>
    public bool IsRectifier { get; set; }
}
