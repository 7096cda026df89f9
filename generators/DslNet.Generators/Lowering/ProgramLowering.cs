using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Turns a network into the operations of one program, in order: forward, then the loss, and in training backward. The passes before have decided what is
/// fused and how values are stored; the layers know what they compute; here is which memory each value and each gradient has.
/// </summary>
internal sealed class ProgramLowering
{
    private readonly NetworkAnalysis _analysis;
    private readonly NetworkSpec _network;
    private readonly bool _training;
    private readonly Dictionary<int, Tensor> _values = [];
    private readonly Dictionary<int, Tensor> _channelsLast = [];
    private readonly Dictionary<Buffer, Buffer> _gradients = [];
    private readonly HashSet<Buffer> _written = [];
    private readonly Dictionary<Buffer, Fusion> _activations = [];
    private readonly HashSet<Buffer> _derivativeApplied = [];
    private readonly Dictionary<Buffer, SparseGradient> _sparse = [];
    private readonly Dictionary<Buffer, int> _readers = [];
    private readonly Buffer _parameters = new(BufferKind.Parameter, "parameters", 0);
    private readonly Buffer _parameterGradients = new(BufferKind.ParameterGradient, "gradients", 0);
    private readonly Buffer _states = new(BufferKind.State, "states", 0, Level.Network);
    private readonly FramePlan _frames;
    private readonly Dictionary<Buffer, int> _framesBehind = [];
    private readonly Dictionary<PortSpec, Buffer> _ports = [];
    private readonly Dictionary<(string Layer, string Name), Buffer> _kept = [];
    private readonly List<Operation> _operations = [];

    private ProgramLowering(NetworkAnalysis analysis, bool training)
    {
        (_analysis, _network, _training) = (analysis, analysis.Network, training);
        _frames = FramePlan.Of(_network, value => SharesMemory(value) || (!training && _network.NodeOf(value) is { Layer.OnlyInTraining: true }));
    }


    /// <summary>Prediction where outputs are given, and the loss where targets or labels are.</summary>
    public static IReadOnlyList<Operation> Evaluation(NetworkAnalysis analysis)
    {
        ProgramLowering lowering = new(analysis.ForPrediction, training: false);
        lowering.Predict(isOptional: true);
        lowering.Compare();
        return lowering._operations;
    }

    /// <summary>Prediction of one sample.</summary>
    /// <param name="analysis">What is known of the network, for one sample or for any number of them: kernels of their own must be worth their text.</param>
    public static IReadOnlyList<Operation> Prediction(NetworkAnalysis analysis)
    {
        ProgramLowering lowering = new(analysis, training: false) { IsOneSample = true };
        lowering.Predict(isOptional: false);
        return lowering._operations;
    }

    /// <summary>The loss and all gradients.</summary>
    public static IReadOnlyList<Operation> Gradients(NetworkAnalysis analysis)
    {
        ProgramLowering lowering = new(analysis, training: true);
        lowering.Forward();
        lowering.CountReaders();
        lowering.Compare();
        lowering.Backward();
        return Recomputation.Of(lowering._operations);
    }

    /// <summary>Adds an operation.</summary>
    /// <param name="role">Its part in the program.</param>
    /// <param name="layer">The layer whose work it does, if it is a layer's.</param>
    /// <param name="operation">The operation.</param>
    public void Add(Role role, string? layer, Operation operation)
    {
        // Nobody wants the gradients of parameters that stay what they are.
        if (role != Role.WeightGradient || layer is null || !_analysis.Uses.NodeOf(layer).IsFrozen)
            _operations.Add(operation with { Role = role, Layer = layer });
    }

    public Tensor Value(int value) => _values[value];

    /// <summary>The index of a layer, in the order of declaration.</summary>
    public int IndexOf(NodeSpec node) => _analysis.Uses.IndexOf(node);

    /// <summary>A value channels-last; what the caller passes channels-first is reordered once.</summary>
    public Tensor ChannelsLast(int value)
    {
        Tensor tensor = _values[value];
        Layout channelsLast = Layout.ChannelsLast(tensor.Shape);
        if (tensor.Layout == channelsLast)
            return tensor;
        if (tensor.Layout.IsContiguous && tensor.Layout.Positions == 1 && tensor.Layout.SampleLength == channelsLast.SampleLength)
            return tensor with { Layout = channelsLast };
        if (!_channelsLast.TryGetValue(value, out Tensor? copy))
        {
            copy = NewTensor(tensor.Shape, ParameterTable.FileName(_network.NameOf(value)) + "Reordered");
            Add(Role.Copy, LayerOf(value), LayoutCopy.Reorder(_network.NameOf(value), tensor, copy));
            _channelsLast.Add(value, copy);
        }

        return copy;
    }

    /// <summary>Scratch memory for a layer's output, stored as the plan says.</summary>
    public Tensor NewOutput(NodeSpec node)
    {
        int value = _analysis.Uses.ValueOf(node);
        Layout layout = _analysis.Layouts.Of(value);
        Buffer buffer = Buffer.OfFrame(ParameterTable.FileName(node.Name) + "Output", layout.SampleLength, _frames.Before(value));
        if (_frames.Behind(value) is > 0 and int frames)
            _framesBehind.Add(buffer, frames);
        return new(node.Output, layout, buffer);
    }

    /// <summary>Scratch memory for a value, channels-last.</summary>
    public Tensor NewTensor(Shape shape, string name)
    {
        Layout layout = Layout.ChannelsLast(shape);
        return new(shape, layout, Buffer.OfSample(name, layout.SampleLength));
    }

    /// <summary>Scratch memory in which a layer's forward direction leaves something, beside its output, for its backward direction.</summary>
    public Buffer Kept(NodeSpec node, string name, int length, Level per = Level.Sample)
    {
        if (!_kept.TryGetValue((node.Name, name), out Buffer? buffer))
            _kept.Add((node.Name, name), buffer = new(BufferKind.Scratch, ParameterTable.FileName(node.Name) + name, length, per));
        return buffer;
    }

    /// <summary>The same with frames of others around its own.</summary>
    public Buffer KeptFrames(NodeSpec node, string name, int length, int before, int behind)
    {
        if (!_kept.TryGetValue((node.Name, name), out Buffer? buffer))
            _kept.Add((node.Name, name), buffer = Buffer.OfFrame(ParameterTable.FileName(node.Name) + name, length, before, behind));
        return buffer;
    }

    /// <summary>Whether the program computes gradients.</summary>
    public bool IsTraining => _training;

    /// <summary>Whether the program predicts one sample.</summary>
    public bool IsOneSample { get; private init; }

    /// <summary>Whether the network allows convolutions by Winograd.</summary>
    public bool AllowsWinograd => _network.AllowsWinograd;

    public Operand ParameterOperand(NodeSpec node, string role, string name) =>
        new(name, _parameters, _analysis.Parameters.Get(node.Name, role).Offset);

    public Operand StateOperand(NodeSpec node, string role, string name) => new(name, _states, _analysis.States.Get(node.Name, role).Offset);

    /// <summary>The gradient of a parameter. Of one that is frozen it goes where nobody looks, if the kernel that computes it computes another gradient too.</summary>
    public Operand ParameterGradientOperand(NodeSpec node, string role, string name) => node.IsFrozen
        ? new(name, Kept(node, $"{char.ToUpperInvariant(role[0])}{role.Substring(1)}Ignored", _analysis.Parameters.Get(node.Name, role).Spec.StorageLength))
        : new(name, _parameterGradients, _analysis.Parameters.Get(node.Name, role).Offset);

    /// <summary>
    /// Samples in a block, by an estimate from the values so far and their gradients: the planner decides, when it knows all buffers.
    /// </summary>
    public int BlockSamples => Summation.BlockSamples(_values.GroupBy(value => value.Value.Buffer).Sum(same =>
        (long)same.Key.Length * ((same.Key.Kind == BufferKind.Scratch ? 1 : 0) + (same.Any(value => NeedsGradient(value.Key)) ? 1 : 0))));

    /// <summary>Whether the gradient of a value leads to a parameter, or to an input whose gradient is wanted.</summary>
    public bool NeedsGradient(int value) => _analysis.Flow.Needs(value);

    /// <summary>Where the gradient of a value goes, and whether something is there already that it must be added to.</summary>
    public (Tensor Gradient, bool Accumulate) GradientDestination(int value)
    {
        Tensor tensor = _values[value];
        return (GradientOf(tensor), !_written.Add(tensor.Buffer));
    }

    /// <summary>Where the gradient of a value goes; see <see cref="BackwardContext.InputGradient"/>.</summary>
    public Sink GradientSink(int value, string name)
    {
        Tensor tensor = _values[value];
        Sink sink = Sink.Gradient(new(name, GradientOf(tensor).Buffer), accumulate: !_written.Add(tensor.Buffer));
        bool onlyReader = _readers[tensor.Buffer] == 1;
        if (!onlyReader || !_activations.TryGetValue(tensor.Buffer, out Fusion? fusion))
            return sink;
        _derivativeApplied.Add(tensor.Buffer);
        return sink.Through(fusion.Activation, new Operand("saved", tensor.Buffer));
    }

    /// <summary>The gradient of a value where a max pooling handed it on; null where it is dense.</summary>
    public SparseGradient? SparseGradientOf(Buffer buffer) => _sparse.TryGetValue(buffer, out SparseGradient? gradient) ? gradient : null;

    /// <summary>In what encodings the producer of a max pooling's image wants the argmax indices.</summary>
    public IReadOnlyList<IndexEncoding> IndexEncodings(NodeSpec pooling) => _analysis.Sparse.EncodingsOf(pooling);

    /// <summary>
    /// Keeps what a max pooling hands on. The activation's derivative is needed only at the maxima, so it is applied to the pooled values instead.
    /// </summary>
    public void HandOn(Tensor image, SparseGradient gradient)
    {
        _sparse.Add(image.Buffer, gradient);
        _derivativeApplied.Add(image.Buffer);
        if (_activations.TryGetValue(image.Buffer, out Fusion? fusion))
            _activations.Add(gradient.Pooled.Buffer, fusion);
    }

    /// <summary>Where a loss writes the gradient of a value; null in prediction, where no operation reads it.</summary>
    public Tensor? OutputGradient(LossSpec loss)
    {
        if (!_training)
            return null;
        Tensor output = ChannelsLast(loss.Value);
        return _written.Add(output.Buffer) ? GradientOf(output) : NewTensor(output.Shape, ParameterTable.FileName(loss.Kind) + "Gradient");
    }

    /// <summary>The gradient of a value. A view shares its memory, and so its gradient, with what it views, but not its shape.</summary>
    public Tensor GradientOf(Tensor tensor)
    {
        if (!_gradients.TryGetValue(tensor.Buffer, out Buffer? gradient))
        {
            gradient = Buffer.OfFrame(tensor.Buffer.Name + "Gradient", tensor.Buffer.Length, behind: _framesBehind.TryGetValue(tensor.Buffer, out int frames) ? frames : 0);
            _gradients.Add(tensor.Buffer, gradient);
        }

        return tensor with { Buffer = gradient };
    }

    /// <summary>The caller's memory of a port: one buffer.</summary>
    public Buffer Memory(PortSpec port)
    {
        if (!_ports.TryGetValue(port, out Buffer? buffer))
            _ports.Add(port, buffer = Buffer.OfPort(port));
        return buffer;
    }

    private void Predict(bool isOptional)
    {
        Forward();
        foreach (PortSpec port in _network.PortsOf(PortRole.Output))
        {
            Tensor output = ChannelsLast(port.Value);
            Add(Role.Copy, null, LayoutCopy.ToCaller(output, Memory(port), isOptional));
        }
    }

    private void Compare()
    {
        foreach (LossSpec loss in _network.Losses)
        {
            LossContext context = new(_network, this, loss);
            loss.Lower(context);

            // Kernels of losses store gradients: that of a second loss of the same value is added to the first one's.
            if (context.OutputGradient is { } gradient && GradientOf(context.Output) is var sum && sum != gradient)
                Add(Role.Loss, null, LayoutCopy.AddTo(context.NameOf(loss.Kind + "Gradient"), gradient, sum));
        }
    }

    private void Forward()
    {
        foreach (PortSpec port in _network.PortsOf(PortRole.Input))
        {
            Layout layout = Layout.ChannelsFirst(port.Shape);
            _values[port.Value] = new(port.Shape, layout, Memory(port));

            // Tokens are read where they are.
            if (port.Shape.IsOfTokens)
                continue;
            if (_network.IsSequence)
                _values[port.Value] = ImportFrame(port);
            else if (_analysis.Layouts.Of(port.Value) != layout)
                _values[port.Value] = ChannelsLast(port.Value);
        }

        for (int i = 0; i < _network.Nodes.Count; i++)
        {
            Tensor output = _values[_network.InputCount + i] = Forward(_network.Nodes[i], _network.InputCount + i);
            if (_frames.Before(_network.InputCount + i) > 0 && _network.Nodes[i].Layer.OutputFramesBefore == 0)
                Add(Role.Forward, _network.Nodes[i].Name, FrameValues.Settle(_network.Nodes[i].Name, output));
        }
    }

    /// <summary>The caller's frame, without values so tiny that they would cost time.</summary>
    private Tensor ImportFrame(PortSpec port)
    {
        Tensor caller = _values[port.Value];
        Layout layout = Layout.ChannelsLast(port.Shape);
        Tensor frame = new(port.Shape, layout, Buffer.OfFrame(ParameterTable.FileName(port.Name) + "Frame", layout.SampleLength, _frames.Before(port.Value)));
        Add(Role.Copy, null, LayoutCopy.Reorder(port.Name, caller, frame));
        Add(Role.Copy, null, FrameValues.Settle(port.Name, frame));
        return frame;
    }


    private Tensor Forward(NodeSpec node, int value)
    {
        if (_analysis.Fusions.IsFused(value))
            return _values[node.Inputs[0]];

        // What is left out in prediction must leave the layout that training has: sums follow it.
        if (node.Layer.OnlyInTraining && !_training)
            return ChannelsLast(node.Inputs[0]);
        if (_analysis.Layouts.IsView(value))
            return _values[node.Inputs[0]] with { Shape = node.Output };

        Fusion? fusion = _analysis.Fusions.Of(value);
        NodeSpec? scaled = _analysis.Fusions.ScaleOf(value);
        ChannelScale? scale = scaled is null ? null : ((IChannelScale)scaled.Layer).LowerScale(new ForwardContext(this, scaled, null));
        Tensor output = node.Layer.LowerForward(new ForwardContext(this, node, fusion is { InRegisters: true } ? fusion.Activation : null, scale));
        if (fusion is null)
            return output;
        _activations[output.Buffer] = fusion;
        if (!fusion.InRegisters)
        {
            Operation activation = ElementwiseKernel.InPlace($"{(scaled ?? node).Name}Forward{fusion.Activation.Kind}", fusion.Activation, output);
            Add(Role.Forward, fusion.Layer, activation with { Remakes = _operations.Select(operation => operation.Remakes).FirstOrDefault(made => made == output.Buffer) });
        }

        return output;
    }

    /// <summary>How often the memory of each value is read by layers that send a gradient back to it, and by losses.</summary>
    private void CountReaders()
    {
        foreach (LossSpec loss in _network.Losses)
            Count(ChannelsLast(loss.Value).Buffer);
        for (int i = 0; i < _network.Nodes.Count; i++)
        {
            if (SharesMemory(_network.InputCount + i) || !NeedsGradient(_network.InputCount + i))
                continue;
            foreach (int input in _network.Nodes[i].Inputs)
                Count(_values[input].Buffer);
        }

        void Count(Buffer buffer) => _readers[buffer] = _readers.TryGetValue(buffer, out int readers) ? readers + 1 : 1;
    }

    private void Backward()
    {
        for (int i = _network.Nodes.Count - 1; i >= 0; i--)
        {
            NodeSpec node = _network.Nodes[i];
            int value = _network.InputCount + i;
            if (SharesMemory(value) || !NeedsGradient(value))
                continue;
            Tensor output = _values[value];
            Tensor gradient = GradientOf(output);
            if (_activations.TryGetValue(output.Buffer, out Fusion? fusion) && !_derivativeApplied.Contains(output.Buffer))
                Add(Role.InputGradient, fusion.Layer, ElementwiseKernel.GradientInPlace($"{node.Name}BackwardThrough{fusion.Activation.Kind}", fusion.Activation, output, gradient));
            node.Layer.LowerBackward(new BackwardContext(this, node, output, gradient));
        }

        foreach (PortSpec port in _network.PortsOf(PortRole.Input).Where(port => NeedsGradient(port.Value)))
            Add(Role.Copy, null, LayoutCopy.ToCaller(GradientOf(_values[port.Value]), Buffer.OfPort(port, gradient: true), isOptional: true));
    }

    /// <summary>Whether a value has the memory of another one, so that nothing computes it.</summary>
    private bool SharesMemory(int value) => _analysis.Fusions.IsFused(value) || _analysis.Layouts.IsView(value);

    /// <summary>The layer that computes a value; null for an input.</summary>
    private string? LayerOf(int value) => _network.NodeOf(value)?.Name;
}
