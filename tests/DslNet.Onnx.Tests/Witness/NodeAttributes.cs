using DslNet.Onnx.Tests.Proto;

namespace DslNet.Onnx.Tests.Witness;

/// <summary>A node's operator and attributes.</summary>
/// <param name="Node">The node.</param>
/// <param name="Opset">The version of its operator set.</param>
internal sealed record NodeAttributes(NodeProto Node, long Opset)
{
    public AttributeProto? Find(string name) => Node.Attribute.FirstOrDefault(attribute => attribute.Name == name);

    public long Integer(string name, long otherwise) => Find(name)?.I ?? otherwise;

    public double Float(string name, double otherwise) => Find(name)?.F ?? otherwise;

    public string Text(string name, string otherwise) => Find(name)?.S.ToStringUtf8() ?? otherwise;

    /// <summary>Integers of an attribute or, in later versions, of an input.</summary>
    public long[]? Integers(string name, Tensor? input = null) => Find(name) is { } attribute ? [.. attribute.Ints] : input?.Data.Select(value => (long)value).ToArray();
}
