using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>What a layer sees of the graph while its backward direction is lowered.</summary>
internal sealed class BackwardContext(ProgramLowering lowering, NodeSpec node, Tensor output, Tensor outputGradient)
{
    public NodeSpec Node => node;

    public string Name => node.Name + (IsReversed ? "Reverse" : "");

    /// <summary>Whether it is that of a layer which reads the sequence from its last frame. Then operations are of the frames behind where others are of those before.</summary>
    public bool IsReversed { get; private init; }

    /// <summary>The same of the part of a layer that reads the sequence from its last frame, whose weights and memory have names of their own.</summary>
    public BackwardContext Reversed() => new(lowering, node, output, outputGradient) { IsReversed = true };

    /// <summary>Whether convolutions may be computed from fewer products than they have.</summary>
    public bool AllowsWinograd => lowering.AllowsWinograd;

    /// <summary>The layer's index, in the order of declaration.</summary>
    public int Index => lowering.IndexOf(node);

    /// <summary>Samples in a block, by an estimate from what they save.</summary>
    public int BlockSamples => lowering.BlockSamples;

    /// <summary>The saved output.</summary>
    public Tensor Output => output;

    /// <summary>The gradient of the output; it has the output's layout.</summary>
    /// <exception cref="InvalidOperationException">It was handed on by a max pooling; see <see cref="SparseGradient"/>.</exception>
    public Tensor OutputGradient => SparseGradient is null
        ? outputGradient
        : throw new InvalidOperationException($"{node.Name} asks for a gradient that its pooling handed on as {nameof(SparseGradient)}.");

    /// <summary>The gradient of the output where only a max pooling reads that; <see cref="OutputGradient"/> is then not there.</summary>
    public SparseGradient? SparseGradient => lowering.SparseGradientOf(output.Buffer);

    /// <summary>Whether the layer's input takes the gradient of this layer's output as it is; see <see cref="SparseGradient"/>.</summary>
    public bool IsInputGradientSparse => lowering.SparseGradientOf(Input().Buffer) is not null;

    /// <summary>The gradient of a value.</summary>
    public Tensor GradientOf(Tensor value) => lowering.GradientOf(value);

    public int InputCount => node.Inputs.Count;

    /// <summary>A saved input as it is stored.</summary>
    public Tensor Input(int index = 0) => lowering.Value(node.Inputs[index]);

    /// <summary>A saved input, channels-last.</summary>
    public Tensor ChannelsLastInput(int index = 0) => lowering.ChannelsLast(node.Inputs[index]);

    /// <summary>Whether anybody wants the gradient of an input.</summary>
    public bool NeedsInputGradient(int index = 0) => lowering.NeedsGradient(node.Inputs[index]);

    /// <summary>
    /// Where the gradient of an input goes. As the only reader of a value, the layer also takes the gradient back through the
    /// activation that was fused with the value's producer.
    /// </summary>
    public Sink InputGradient(string name, int index = 0) => lowering.GradientSink(node.Inputs[index], name);

    /// <summary>The memory of an input's gradient, for kernels that do not write it vector by vector, and whether to add to it.</summary>
    public (Tensor Gradient, bool Accumulate) InputGradientMemory(int index = 0) => lowering.GradientDestination(node.Inputs[index]);

    /// <summary>Scratch memory of this layer in which its forward direction left something.</summary>
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

    /// <summary>The gradient of one of this layer's parameters, to be added to.</summary>
    public Operand ParameterGradient(string role, string name) => lowering.ParameterGradientOperand(node, RoleOf(role), name);

    /// <summary>A parameter of this layer.</summary>
    public Operand Parameter(string role, string name) => lowering.ParameterOperand(node, RoleOf(role), name);

    public void Add(Role role, Operation operation) => lowering.Add(role, node.Name, IsReversed ? operation.Reversed() : operation);

    /// <summary>Adds a kernel.</summary>
    /// <param name="role">Its part in the layer's work.</param>
    /// <param name="part">What the operation's name has behind the layer's.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="operands">What it is given.</param>
    public void Add(Role role, string part, Kernel kernel, IEnumerable<Operand> operands) => Add(role, new Operation(Name + part, kernel, operands));

    private string RoleOf(string role) => IsReversed ? role + "_reverse" : role;
}
