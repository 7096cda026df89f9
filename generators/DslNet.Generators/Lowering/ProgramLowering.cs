using DslNet.Generators.Expressions;
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
    private readonly LanePlan? _lanePlan;
    private readonly Dictionary<int, LaneValue> _lanes = [];
    private readonly Dictionary<int, Buffer> _keptInLanes = [];
    private readonly SequenceValues _sequences;
    private readonly Dictionary<Buffer, int> _framesBehind = [];
    private readonly Dictionary<PortSpec, Buffer> _ports = [];
    private readonly Dictionary<(string Layer, string Name), Buffer> _kept = [];
    private readonly List<Operation> _operations = [];

    private ProgramLowering(NetworkAnalysis analysis, bool training)
    {
        (_analysis, _network, _training) = (analysis, analysis.Network, training);
        _sequences = new(_network);
        _frames = FramePlan.Of(_network, value => SharesMemory(value) || (!training && _network.NodeOf(value) is { Layer.OnlyInTraining: true }));
        _lanePlan = training ? null : LanePlan.Of(analysis, _frames);
    }

    /// <summary>What names of operations end with whose frames are in lanes: other programs have other kernels for them.</summary>
    public const string OnLanes = "OnLanes";

    /// <summary>Whether blocks are computed with frames in the lanes.</summary>
    private bool IsOfLanes => _lanePlan is not null && !IsOneSample;

    /// <summary>A value with frames in the lanes.</summary>
    public LaneValue Lanes(int value) => _lanes[value];

    /// <summary>Whether later frames read what a layer computes.</summary>
    public bool IsKept(NodeSpec node) => _frames.Before(_analysis.Uses.ValueOf(node)) > 0;

    /// <summary>Memory for a layer's output with frames in the lanes.</summary>
    public LaneValue NewLanes(NodeSpec node) => NewLanes(_analysis.Uses.ValueOf(node), ParameterTable.FileName(node.Name) + "Output", node.Output.Channels);

    /// <summary>What is kept of a value with frames in the lanes, in the program for one frame; null where nothing is.</summary>
    public Buffer? KeptInLanes(int value)
    {
        while (SharesMemory(value) || _network.NodeOf(value) is { Layer.OnlyInTraining: true })
            value = _network.NodeOf(value)!.Inputs[0];
        return _keptInLanes.TryGetValue(value, out Buffer? kept) ? kept : null;
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
            _operations.Add(_sequences.Place(operation with { Role = role, Layer = layer }));
    }

    public Tensor Value(int value) => _values[value];

    /// <summary>The index of a layer, in the order of declaration.</summary>
    public int IndexOf(NodeSpec node) => _analysis.Uses.IndexOf(node);

    /// <summary>A value channels-last; what the caller passes channels-first is reordered once.</summary>
    public Tensor ChannelsLast(int value)
    {
        if (IsOfLanes && !_values.ContainsKey(value))
            _values.Add(value, OutOfLanes(value));
        Tensor tensor = _values[value];
        Layout channelsLast = Layout.ChannelsLast(tensor.Shape);
        if (tensor.Layout == channelsLast)
            return tensor;
        if (tensor.Layout.IsContiguous && tensor.Layout.Positions == 1 && tensor.Layout.SampleLength == channelsLast.SampleLength)
            return tensor with { Layout = channelsLast };
        if (!_channelsLast.TryGetValue(value, out Tensor? copy))
        {
            copy = NewTensor(tensor.Shape, ParameterTable.FileName(_network.NameOf(value)) + "Reordered", tensor.Buffer.Per);
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
        string name = ParameterTable.FileName(node.Name) + "Output";
        Buffer buffer = node.IsOfSequence ? Buffer.OfSequence(name, layout.SampleLength)
            : _lanePlan is not null && _frames.Before(value) > 0 ? Buffer.OfSample(ParameterTable.FileName(node.Name) + "Current", layout.SampleLength)
            : Buffer.OfFrame(name, layout.SampleLength, _frames.Before(value));
        if (_frames.Behind(value) is > 0 and int frames)
            _framesBehind.Add(buffer, frames);
        return new(node.Output, layout, buffer);
    }

    /// <summary>Scratch memory for a value, channels-last.</summary>
    public Tensor NewTensor(Shape shape, string name, Level per)
    {
        Layout layout = Layout.ChannelsLast(shape);
        return new(shape, layout, new(BufferKind.Scratch, name, layout.SampleLength, per));
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
        return _written.Add(output.Buffer) ? GradientOf(output) : NewTensor(output.Shape, ParameterTable.FileName(loss.Kind) + "Gradient", output.Buffer.Per);
    }

    /// <summary>The gradient of a value. A view shares its memory, and so its gradient, with what it views, but not its shape.</summary>
    public Tensor GradientOf(Tensor tensor)
    {
        if (!_gradients.TryGetValue(tensor.Buffer, out Buffer? gradient))
        {
            gradient = new(BufferKind.Scratch, tensor.Buffer.Name + "Gradient", tensor.Buffer.Length, tensor.Buffer.Per)
            {
                FramesBehind = _framesBehind.TryGetValue(tensor.Buffer, out int frames) ? frames : 0,
            };
            _gradients.Add(tensor.Buffer, gradient);
        }

        return tensor with { Buffer = gradient };
    }

    /// <summary>The caller's memory of a port: one buffer.</summary>
    public Buffer Memory(PortSpec port)
    {
        if (!_ports.TryGetValue(port, out Buffer? buffer))
            _ports.Add(port, buffer = Buffer.OfPort(port, per: _network.IsOfSequence(port.Value) ? Level.Sequence : Level.Sample));
        return buffer;
    }

    private void Predict(bool isOptional)
    {
        Forward();
        foreach (PortSpec port in _network.PortsOf(PortRole.Output))
        {
            if (IsOfLanes)
            {
                LaneValue lanes = _lanes[port.Value];
                Add(Role.Copy, null, new Operation(
                    NetworkSpec.Capitalized(port.Name) + "Copy" + OnLanes, new LaneTransfer(lanes.Channels, lanes.Step, lanes.Channels, 0, ToLanes: false),
                    [lanes.As("source"), new("destination", Memory(port))])
                { OnlyWith = isOptional ? Memory(port) : null });
                continue;
            }

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
        if (IsOfLanes)
        {
            ForwardOnLanes();
            return;
        }

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
            if (_lanePlan is null && _frames.Before(_network.InputCount + i) > 0 && _network.Nodes[i].Layer.OutputFramesBefore == 0)
                Add(Role.Forward, _network.Nodes[i].Name, FrameValues.Settle(_network.Nodes[i].Name, output));
            Keep(_network.InputCount + i, _network.Nodes[i].Name, ParameterTable.FileName(_network.Nodes[i].Name) + "Output", output);
        }
    }

    /// <summary>In the program for one frame, stores a frame behind those that blocks find with frames in the lanes.</summary>
    private void Keep(int value, string layer, string name, Tensor frame)
    {
        if (_lanePlan is null || SharesMemory(value) || _frames.Before(value) is not (> 0 and int before))
            return;
        Buffer kept = new(BufferKind.Scratch, name, frame.Shape.Channels) { FramesBefore = before, Row = _lanePlan.RowOf(before) };
        _keptInLanes.Add(value, kept);
        Add(Role.Forward, LayerOf(value), new Operation(
            NetworkSpec.Capitalized(layer) + "Keep", new LaneScatter(frame.Shape.Channels, frame.Shape.Channels == 1 ? 0 : kept.Row, frame.Layout.PositionStride, Gathers: false), [new("source", frame.Buffer), new("destination", kept)]));
    }

    private LaneValue NewLanes(int value, string name, int channels)
    {
        int before = _frames.Before(value);
        if (before == 0)
            return new(Buffer.OfBlock(name, channels * LanePlan.BlockRow), channels, LanePlan.BlockRow);
        int row = _lanePlan!.RowOf(before);
        return new(new(BufferKind.Scratch, name, channels) { FramesBefore = before, Row = row }, channels, row);
    }

    private void ForwardOnLanes()
    {
        foreach (PortSpec port in _network.PortsOf(PortRole.Input))
        {
            LaneValue lanes = NewLanes(port.Value, ParameterTable.FileName(port.Name) + "Frame", port.Shape.Channels);
            _lanes.Add(port.Value, lanes);
            Add(Role.Copy, null, new Operation(
                NetworkSpec.Capitalized(port.Name) + "Copy" + OnLanes, new LaneTransfer(lanes.Channels, lanes.Step, lanes.Channels, 0, ToLanes: true),
                [new("source", Memory(port)), lanes.As("destination")]));
        }

        for (int i = 0; i < _network.Nodes.Count; i++)
        {
            NodeSpec node = _network.Nodes[i];
            int value = _network.InputCount + i;
            if (_analysis.Fusions.IsFused(value) || node.Layer.OnlyInTraining)
                _lanes.Add(value, _lanes[node.Inputs[0]]);
            else if (JoinBehind(node, value) is { } join)
                _lanes.Add(_analysis.Uses.ValueOf(join), ForwardOnLanes(node, _analysis.Uses.ValueOf(join), join));
            else if (!_lanes.ContainsKey(value))
                _lanes.Add(value, ForwardOnLanes(node, value));
        }
    }

    /// <summary>The join that alone reads a product, and whose other inputs are there already; null if there is none.</summary>
    private NodeSpec? JoinBehind(NodeSpec node, int value) =>
        node.Layer is IProductOnLanes && _frames.Before(value) == 0 && _analysis.Fusions.Of(value) is null
        && _analysis.Uses.OnlyReaderOf(value) is { Layer: IJoinsOnLanes } join && join.Inputs.Count(input => input == value) == 1
        && join.Inputs.All(input => input == value || _lanes.ContainsKey(input))
            ? join
            : null;

    /// <summary>A layer, with the activation behind it and what is done to values that are kept: in its kernel, or in a loop of its own.</summary>
    /// <param name="node">The layer.</param>
    /// <param name="value">The value that is stored: the layer's, or that of the join.</param>
    /// <param name="join">The join that its kernel does too.</param>
    private LaneValue ForwardOnLanes(NodeSpec node, int value, NodeSpec? join = null)
    {
        Fusion? fusion = _analysis.Fusions.Of(value);
        Expr finish = new Expr.Input(0);
        string phrase = "";
        if (fusion is not null)
            (finish, phrase) = (fusion.Activation.Value, $", then {fusion.Activation.Kind}");
        if (_frames.Before(value) > 0)
            (finish, phrase) = (FrameValues.Settled(finish), phrase + ", none denormal");
        bool isInPlace = fusion is { InRegisters: false };
        Expr stored = isInPlace ? new Expr.Input(0) : finish;
        string storedPhrase = isInPlace ? "" : phrase;
        LaneValue[] joined = [];
        if (join is not null)
        {
            int product = _analysis.Uses.ValueOf(node), next = 1;
            stored = stored.WithInputs([((IJoinsOnLanes)join.Layer).ValueOf(join.Inputs.Count).WithInputs([.. join.Inputs.Select(input => new Expr.Input(input == product ? 0 : next++))])]);
            joined = [.. join.Inputs.Where(input => input != product).Select(Lanes)];
            storedPhrase = $", then {join.Name}{storedPhrase}";
        }

        LaneValue output = ((IWorksOnLanes)node.Layer).LowerLanes(new(this, node, stored, storedPhrase, join, joined));
        if (isInPlace)
        {
            (Kernel kernel, IReadOnlyList<Operand> operands) = LaneElementwise.Of($"y = x{phrase}, in place", [("x", output)], finish, ("y", output));
            Add(Role.Forward, fusion!.Layer, new Operation($"{(join ?? node).Name}Forward{fusion.Activation.Kind}{OnLanes}", kernel, operands));
        }

        return output;
    }

    /// <summary>A value frame after frame, for what reads it so: losses.</summary>
    private Tensor OutOfLanes(int value)
    {
        LaneValue lanes = _lanes[value];
        Tensor frames = NewTensor(_network.ShapeOf(value), ParameterTable.FileName(_network.NameOf(value)) + "Frames", Level.Sample);
        Add(Role.Copy, LayerOf(value), new Operation(
            NetworkSpec.Capitalized(_network.NameOf(value)) + "OutOfLanes",
            new LaneTransfer(lanes.Channels, lanes.Step, frames.Layout.SampleLength, frames.Layout.PositionStride - lanes.Channels, ToLanes: false),
            [lanes.As("source"), new("destination", frames.Buffer)]));
        return frames;
    }

    /// <summary>The caller's frame, without values so tiny that they would cost time.</summary>
    private Tensor ImportFrame(PortSpec port)
    {
        Tensor caller = _values[port.Value];
        Layout layout = Layout.ChannelsLast(port.Shape);
        string name = ParameterTable.FileName(port.Name) + "Frame";
        Tensor frame = new(port.Shape, layout, _lanePlan is not null && _frames.Before(port.Value) > 0
            ? Buffer.OfSample(ParameterTable.FileName(port.Name) + "Current", layout.SampleLength)
            : Buffer.OfFrame(name, layout.SampleLength, _frames.Before(port.Value)));
        Add(Role.Copy, null, LayoutCopy.Reorder(port.Name, caller, frame));
        if (_lanePlan is null || _frames.Before(port.Value) == 0)
            Add(Role.Copy, null, FrameValues.Settle(port.Name, frame));
        Keep(port.Value, port.Name, name, frame);
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
                Count(_values[input].Buffer, _network.Nodes[i].Layer.GradientsOfInput);
        }

        void Count(Buffer buffer, int times = 1) => _readers[buffer] = _readers.TryGetValue(buffer, out int readers) ? readers + times : times;
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
