namespace DslNet;

/// <summary>
/// What leaves the network: the output of a layer under a name, of which a network may have several; or, without a name, an assertion of the shape that comes out
/// of the last layer, which changes nothing. A network whose output has another shape does not build.
/// </summary>
/// <example><code>[Output(10)]</code></example>
/// <example><code>[Output("policy", From = "Dense2")]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>An output that methods give under a name: <c>Predict(…, policy)</c>.</summary>
    public OutputAttribute(string name) => (Name, Shape) = (name, []);

    /// <summary>A vector of <paramref name="features"/> values.</summary>
    public OutputAttribute(int features) => Shape = [features];

    /// <summary>A signal of <paramref name="length"/> values in each of <paramref name="channels"/> channels.</summary>
    public OutputAttribute(int channels, int length) => Shape = [channels, length];

    /// <summary>An image of <paramref name="channels"/> × <paramref name="height"/> × <paramref name="width"/> values.</summary>
    public OutputAttribute(int channels, int height, int width) => Shape = [channels, height, width];

    /// <summary>The asserted shape: (features), (channels, length) or (channels, height, width); empty if none is asserted.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The name by which methods give it and losses are of it (<c>Of = "policy"</c>).</summary>
    public string? Name { get; set; }

    /// <summary>The layer that it is the output of; the one written just before it unless said otherwise.</summary>
    public string? From { get; set; }
}
