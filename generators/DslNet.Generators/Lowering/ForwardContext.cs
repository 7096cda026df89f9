using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>What a layer sees of the graph while its forward direction is lowered.</summary>
internal sealed class ForwardContext(ProgramLowering lowering, NodeSpec node, Elementwise? fused, ChannelScale? scale = null)
{
    public NodeSpec Node => node;

    public string Name => node.Name + (IsReversed ? "Reverse" : "");

    /// <summary>Whether it is that of a layer which reads the sequence from its last frame. Then operations are of the frames behind where others are of those before.</summary>
    public bool IsReversed { get; private init; }

    /// <summary>The same of the part of a layer that reads the sequence from its last frame, whose weights and memory have names of their own.</summary>
    public ForwardContext Reversed() => new(lowering, node, fused, scale) { IsReversed = true };

    /// <summary>Whether convolutions may be computed from fewer products than they have.</summary>
    public bool AllowsWinograd => lowering.AllowsWinograd;

    /// <summary>The layer's index, in the order of declaration.</summary>
    public int Index => lowering.IndexOf(node);

    /// <summary>Whether the program predicts one sample, and never more.</summary>
    public bool IsOneSample => lowering.IsOneSample;

    /// <summary>Whether a gradient is computed afterwards.</summary>
    public bool IsTraining => lowering.IsTraining;

    /// <summary>The activation to compute in the epilogue, if any.</summary>
    public Elementwise? Fused => fused;

    /// <summary>Where the output of a layer goes that scales it: after the scale and the activation that are fused with it.</summary>
    public Sink OutputSink(string name, Tensor output) => Sink.Activate(new(name, output.Buffer), fused).Behind(scale);

    /// <summary>What is behind the name of such an operation, since it computes something else than in training.</summary>
    public string ScaledSuffix => scale is null ? "" : "Scaled";

    public int InputCount => node.Inputs.Count;

    /// <summary>An input as it is stored.</summary>
    public Tensor Input(int index = 0) => lowering.Value(node.Inputs[index]);

    /// <summary>What is kept of the layer's input, where its frames are in lanes in blocks and the program is for one frame; else null.</summary>
    public Buffer? KeptInLanes() => lowering.KeptInLanes(node.Inputs[0]);

    /// <summary>An input channels-last; the caller's memory is reordered first.</summary>
    public Tensor ChannelsLastInput(int index = 0) => lowering.ChannelsLast(node.Inputs[index]);

    /// <summary>Scratch memory for the output, stored as the plan says.</summary>
    public Tensor NewOutput() => lowering.NewOutput(node);

    /// <summary>In what encodings the producer of this max pooling's image wants the argmax indices for its gradients.</summary>
    public IReadOnlyList<IndexEncoding> IndexEncodings => lowering.IndexEncodings(node);

    /// <summary>Hands the gradient of this max pooling's image on to the image's producer.</summary>
    public void HandOn(Tensor image, SparseGradient gradient) => lowering.HandOn(image, gradient);

    /// <summary>A parameter of this layer, by its role.</summary>
    public Operand Parameter(string role, string name) => lowering.ParameterOperand(node, RoleOf(role), name);

    /// <summary>Scratch memory of this layer that its backward direction finds by the same name.</summary>
    public Buffer Kept(string name, int length) => lowering.Kept(node, name, length);

    /// <summary>The same with frames of others around its own.</summary>
    /// <param name="name">What it holds.</param>
    /// <param name="length">From one frame to the next.</param>
    /// <param name="before">Frames in front of a sequence's.</param>
    /// <param name="behind">Frames behind them.</param>
    public Buffer KeptFrames(string name, int length, int before = 0, int behind = 0) => IsReversed
        ? lowering.KeptFrames(node, name + "Reverse", length, behind, before)
        : lowering.KeptFrames(node, name, length, before, behind);

    /// <summary>The same of what a sequence has one of.</summary>
    public Buffer KeptForSequence(string name, int length) => lowering.Kept(node, name, length, Level.Sequence);

    /// <summary>The same of what all samples of a call have in common.</summary>
    public Buffer KeptForCall(string name, int length) => lowering.Kept(node, name, length, Level.Call);

    /// <summary>A state of this layer, by its role.</summary>
    public Operand State(string role, string name) => lowering.StateOperand(node, role, name);

    /// <summary>Adds an operation that computes the output.</summary>
    public void Add(Operation operation) => Add(Role.Forward, operation);

    public void Add(Role role, Operation operation) => lowering.Add(role, node.Name, IsReversed ? operation.Reversed() : operation);

    /// <summary>Adds a kernel that computes the output.</summary>
    /// <param name="part">What the operation's name has behind the layer's.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="operands">What it is given.</param>
    public void Add(string part, Kernel kernel, IEnumerable<Operand> operands) => Add(new Operation(Name + part, kernel, operands));

    private string RoleOf(string role) => IsReversed ? role + "_reverse" : role;
}
