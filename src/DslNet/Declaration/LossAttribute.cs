namespace DslNet;

/// <summary>
/// What every loss has, the layer it is computed from; and itself a loss of one's own: a static method that takes a prediction and a target and returns
/// their loss. Its body is read, derived and compiled for every processor, as the library's losses are.
/// </summary>
/// <example>
/// <code>
/// [Network]
/// [Input(4), Dense(1), Loss(nameof(Pinball))]
/// public sealed partial class Net
/// {
///     static float Pinball(float y, float target) => MathF.Max(0.9f * (target - y), 0.1f * (y - target));
/// }
/// </code>
/// </example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Loss.md">What a body may have, losses of all outputs, derivatives at kinks, and errors.</seealso>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public class LossAttribute : Attribute
{
    /// <summary>A method of the network's class.</summary>
    /// <param name="method">The method, such as <c>nameof(Pinball)</c>.</param>
    /// <param name="arguments">Constants for its further parameters, in their order: any finite numbers.</param>
    public LossAttribute(string method, params double[] arguments) => (Method, Arguments) = (method, arguments);

    /// <summary>A method of another class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="method">The method, such as <c>nameof(MyLosses.Pinball)</c>.</param>
    /// <param name="arguments">Constants for its further parameters, in their order: any finite numbers.</param>
    public LossAttribute(Type type, string method, params double[] arguments)
        : this(method, arguments) => Type = type;

    /// <summary>A loss of the library's, which is no method.</summary>
    protected LossAttribute() => Arguments = [];

    /// <summary>The name of the layer whose output the loss compares with the target; the last one unless said otherwise.</summary>
    public string? From { get; set; }

    /// <summary>The name of the <see cref="OutputAttribute"/> that the loss is of; a network of several outputs must say it.</summary>
    public string? Of { get; set; }

    /// <summary>What the loss is multiplied by in the sum that training minimises; 1 unless said otherwise. It must be more than zero.</summary>
    public float Weight { get; set; } = 1;

    /// <summary>The class that the method is in; null for the network's own, and of a loss of the library's.</summary>
    public Type? Type { get; }

    /// <summary>The method; null of a loss of the library's.</summary>
    public string? Method { get; }

    /// <summary>Constants for the method's further parameters.</summary>
    public double[] Arguments { get; }
}
