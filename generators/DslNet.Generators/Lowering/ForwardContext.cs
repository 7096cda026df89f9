using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>What a layer sees of the graph while its forward direction is lowered.</summary>
internal sealed class ForwardContext(ProgramLowering lowering, NodeSpec node, ActivationLayer? fused)
{
    public NodeSpec Node => node;

    public string Name => node.Name;

    /// <summary>The layer's place among all, from zero.</summary>
    public int Index => lowering.IndexOf(node);

    /// <summary>The activation to compute in the epilogue, if any.</summary>
    public ActivationLayer? Fused => fused;

    public int InputCount => node.Inputs.Count;

    /// <summary>An input as it lies.</summary>
    public Tensor Input(int index = 0) => lowering.Value(node.Inputs[index]);

    /// <summary>An input whose vectors run across channels; the caller's memory is rearranged first.</summary>
    public Tensor InterleavedInput(int index = 0) => lowering.Interleaved(node.Inputs[index]);

    /// <summary>Scratch memory for a value.</summary>
    public Tensor NewTensor(Shape shape) => lowering.NewTensor(shape, ParameterTable.FileName(node.Name) + "Output");

    /// <summary>Scratch memory for an image that lies channel after channel, if what reads it can take it so; else null.</summary>
    public Tensor? NewPlanarTensor() => lowering.IsReadByColumns(node)
        ? new(node.Output, Layout.Planar(node.Output), Buffer.OfSample(ParameterTable.FileName(node.Name) + "Output", Layout.Planar(node.Output).SampleLength))
        : null;

    /// <summary>In what forms the producer of this max pooling's image wants the places of the maxima for its gradients.</summary>
    public IReadOnlyList<PlaceForm> PlaceForms(PoolWindows windows) => lowering.PlaceForms(node, windows);

    /// <summary>Hands the gradient of this max pooling's image over to the image's producer.</summary>
    public void HandOver(Tensor image, PooledGradient gradient) => lowering.HandOver(image, gradient);

    /// <summary>A parameter of this layer.</summary>
    public Operand Parameter(ParameterSpec spec, string name) => lowering.ParameterOperand(node, spec, name);

    /// <summary>Adds an operation that computes the output.</summary>
    public void Add(Operation operation) => Add(Role.Forward, operation);

    public void Add(Role role, Operation operation) => lowering.Add(role, node.Name, operation);
}
