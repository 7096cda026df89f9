namespace DslNet.Onnx.Writing;

/// <summary>A layer of the network that is written.</summary>
/// <param name="Kind">What it is numbered by: Dense, Conv, …</param>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Arguments">The attribute's arguments.</param>
/// <param name="Reads">The values that it reads; all but the first are named in the attribute.</param>
/// <param name="Writes">The value that it computes.</param>
/// <param name="Output">The axes of one sample of that value.</param>
internal sealed record Layer(string Kind, string Attribute, IReadOnlyList<string> Arguments, IReadOnlyList<string> Reads, string Writes, IReadOnlyList<int> Output)
{
    public Layer(string attribute, IReadOnlyList<string> arguments, string reads, string writes, IReadOnlyList<int> output)
        : this(attribute, attribute, arguments, [reads], writes, output) { }

    /// <summary>What it has learned.</summary>
    public IReadOnlyList<LayerParameter> Parameters { get; init; } = [];

    /// <summary>The multiply-adds for one sample.</summary>
    public long MultiplyAdds { get; init; }

    /// <summary>The name of its weights in the ONNX file; empty if it has none.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether it is what one calls an activation: a function of single values, or a softmax.</summary>
    public bool IsActivation => Attribute is "Activation" or "CELU" or "ELU" or "GELU" or "HardSigmoid" or "HardSwish" or "HardTanh" or "LeakyReLU" or "LogSigmoid" or "LogSoftmax" or "Mish" or "PReLU"
        or "ReLU" or "ReLU6" or "SELU" or "SiLU" or "Sigmoid" or "Softmax" or "Softplus" or "Softsign" or "Tanh" or "Threshold";

    /// <summary>Whether the other values that it reads are its attribute's first arguments.</summary>
    public bool IsJoin => Reads.Count > 1;
}
