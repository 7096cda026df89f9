using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Turns a network into the operations of one program, in order: forward, then the loss, and in training backward. It knows
/// which values are the same memory, which gradients are needed, and which activations are fused; the layers know the rest.
/// </summary>
internal sealed class ProgramLowering
{
    private readonly NetworkSpec _network;
    private readonly ParameterTable _parameters;
    private readonly bool _training;
    private readonly bool _oneSample;
    private readonly Dictionary<int, Tensor> _values = [];
    private readonly Dictionary<int, Tensor> _interleaved = [];
    private readonly Dictionary<Buffer, Buffer> _gradients = [];
    private readonly HashSet<Buffer> _written = [];
    private readonly Dictionary<Buffer, ActivationLayer> _activations = [];
    private readonly Dictionary<Buffer, string> _activationNames = [];
    private readonly HashSet<Buffer> _derivativeApplied = [];
    private readonly Dictionary<Buffer, PooledGradient> _pooled = [];
    private readonly HashSet<int> _fused = [];
    private readonly List<Operation> _operations = [];

    private readonly bool[] _needsGradient;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly List<int>[] _readers;
    private readonly bool[] _isView;

    private ProgramLowering(NetworkSpec network, ParameterTable parameters, bool training, bool oneSample = false)
    {
        (_network, _parameters, _training, _oneSample) = (network, parameters, training, oneSample);
        _needsGradient = FindGradients(network);
        _readers = [.. Enumerable.Range(0, network.Inputs.Count + network.Nodes.Count).Select(_ => new List<int>())];
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            _indices[network.Nodes[i].Name] = i;
            foreach (int input in network.Nodes[i].Inputs.Distinct())
                _readers[input].Add(i);
        }

        _isView = [.. Enumerable.Range(0, _readers.Length).Select(value => value >= network.Inputs.Count && FindView(value))];
    }

    /// <summary>Prediction where outputs are given, and the loss where targets or labels are.</summary>
    public static IReadOnlyList<Operation> Evaluation(NetworkSpec network, ParameterTable parameters)
    {
        ProgramLowering lowering = new(network, parameters, training: false);
        Tensor output = lowering.Predict(onlyWith: BufferKind.Outputs);
        network.Loss?.Lower(new LossContext(lowering, output));
        return lowering._operations;
    }

    /// <summary>Prediction of one sample.</summary>
    public static IReadOnlyList<Operation> Prediction(NetworkSpec network, ParameterTable parameters)
    {
        ProgramLowering lowering = new(network, parameters, training: false, oneSample: true);
        lowering.Predict(onlyWith: null);
        return lowering._operations;
    }

    /// <summary>The loss and all gradients.</summary>
    public static IReadOnlyList<Operation> Gradients(NetworkSpec network, ParameterTable parameters)
    {
        ProgramLowering lowering = new(network, parameters, training: true);
        lowering.Forward();
        network.Loss!.Lower(new LossContext(lowering, lowering.Interleaved(network.OutputValue)));
        lowering.Backward();
        return lowering._operations;
    }

    /// <summary>Adds an operation.</summary>
    /// <param name="role">Its part in the program.</param>
    /// <param name="layer">The layer whose work it does, if it is a layer's.</param>
    /// <param name="operation">The operation.</param>
    public void Add(Role role, string? layer, Operation operation) => _operations.Add(operation.As(role, layer));

    public Tensor Value(int value) => _values[value];

    public int IndexOf(NodeSpec node)
    {
        return _indices.TryGetValue(node.Name, out int index) ? index : throw new ArgumentException($"{node.Name} is not a layer of this network.", nameof(node));
    }

    /// <summary>A value with its channels side by side; what the caller passed in another order is copied once.</summary>
    public Tensor Interleaved(int value)
    {
        Tensor tensor = _values[value];
        Layout interleaved = Layout.Interleaved(tensor.Shape);
        if (tensor.Layout == interleaved)
            return tensor;
        if (tensor.Layout.IsContiguous && tensor.Layout.Positions == 1 && tensor.Layout.SampleLength == interleaved.SampleLength)
            return tensor with { Layout = interleaved };
        if (!_interleaved.TryGetValue(value, out Tensor? copy))
        {
            copy = NewTensor(tensor.Shape, ParameterTable.FileName(NameOf(value)) + "Rearranged");
            Add(Role.Copy, LayerOf(value), LayoutCopy.Rearrange(NameOf(value), tensor, copy));
            _interleaved.Add(value, copy);
        }

        return copy;
    }

    public Tensor NewTensor(Shape shape, string name)
    {
        Layout layout = Layout.Interleaved(shape);
        return new(shape, layout, new Buffer(BufferKind.Scratch, name, layout.SampleLength));
    }

    public Operand ParameterOperand(NodeSpec node, ParameterSpec spec, string name) =>
        new(name, Memory(BufferKind.Parameters), _parameters.Get(node.Name, Started(node, spec)).Offset);

    public Operand ParameterGradientOperand(NodeSpec node, ParameterSpec spec, string name) =>
        new(name, Memory(BufferKind.Gradients), _parameters.Get(node.Name, Started(node, spec)).Offset);

    /// <summary>Resolves the default initialiser: He before the ReLU family, Glorot otherwise.</summary>
    private ParameterSpec Started(NodeSpec node, ParameterSpec spec)
    {
        if (spec.Initializer != InitializerKind.Default)
            return spec;
        int value = _network.Inputs.Count + IndexOf(node);
        bool rectified = ReadersOf(value).Any(reader => _network.Nodes[reader].Layer is ActivationLayer { IsRectifier: true });
        return spec with { Initializer = rectified ? InitializerKind.HeNormal : InitializerKind.GlorotUniform };
    }

    /// <summary>
    /// Samples in a block, by an estimate from the values so far and their gradients: the planner decides, when it knows all buffers.
    /// </summary>
    public int BlockSamples => Summation.BlockSamples(_values.GroupBy(value => value.Value.Buffer).Sum(same =>
        (long)same.Key.Length * ((same.Key.Kind == BufferKind.Scratch ? 1 : 0) + (same.Any(value => NeedsGradient(value.Key)) ? 1 : 0))));

    /// <summary>Whether the gradient of a value leads to a parameter, or to an input whose gradient is wanted.</summary>
    public bool NeedsGradient(int value) => _needsGradient[value];

    /// <summary>In the order of the values, so that each one's inputs are known before it.</summary>
    private static bool[] FindGradients(NetworkSpec network)
    {
        bool[] needed = new bool[network.Inputs.Count + network.Nodes.Count];
        for (int input = 0; input < network.Inputs.Count; input++)
            needed[input] = network.Inputs[input].Gradient;
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            needed[network.Inputs.Count + i] =
                network.ParametersOf(node) > 0 || node.Inputs.Any(input => needed[input]);
        }

        return needed;
    }

    /// <summary>Where the gradient of a value goes, and whether something is there already that it must be added to.</summary>
    public (Tensor Gradient, bool Accumulate) GradientDestination(int value)
    {
        Tensor tensor = _values[value];
        return (GradientOf(tensor), !_written.Add(tensor.Buffer));
    }

    /// <summary>Where the gradient of a value goes; see <see cref="BackwardContext.InputGradient"/>.</summary>
    public GradientEpilogue GradientSink(int value, string name)
    {
        Tensor tensor = _values[value];
        Operand destination = new(name, GradientOf(tensor).Buffer);
        bool accumulate = !_written.Add(tensor.Buffer);
        bool onlyReader = Readers(tensor.Buffer) == 1;
        if (!onlyReader || !_activations.TryGetValue(tensor.Buffer, out ActivationLayer? activation))
            return new GradientEpilogue(destination, accumulate, null, null);
        _derivativeApplied.Add(tensor.Buffer);
        return new GradientEpilogue(destination, accumulate, activation, new Operand("saved", tensor.Buffer));
    }

    public PooledGradient? PooledGradientOf(Buffer buffer) => _pooled.TryGetValue(buffer, out PooledGradient? gradient) ? gradient : null;

    /// <summary>
    /// In what forms the producer of a max pooling's image wants the places of the maxima; none in prediction, and where
    /// others read the image too.
    /// </summary>
    public IReadOnlyList<PlaceForm> PlaceForms(NodeSpec pooling, PoolWindows windows)
    {
        int value = pooling.Inputs[0], producer = value;
        while (_fused.Contains(producer))
            producer = ProducerOf(producer).Inputs[0];
        bool onlyReader = value != _network.OutputValue && ReadersOf(value).Count == 1;
        if (!_training || !onlyReader || producer < _network.Inputs.Count)
            return [];
        NodeSpec node = ProducerOf(producer);
        return node.Layer.PlaceForms(_values[node.Inputs[0]], node.Output, NeedsGradient(node.Inputs[0]), windows);
    }

    /// <summary>
    /// Whether only a max pooling reads a layer's image, behind activations that are computed in place, and can do so channel
    /// after channel; where it can be trained, if the image is not needed on the way back. Prediction and training must agree: the
    /// kernel is the same.
    /// </summary>
    public bool IsReadByColumns(NodeSpec node)
    {
        int value = _network.Inputs.Count + IndexOf(node);
        int[] readers = [.. ReadersOf(value)];
        while (readers.Length == 1 && _fused.Contains(_network.Inputs.Count + readers[0]))
        {
            value = _network.Inputs.Count + readers[0];
            readers = [.. ReadersOf(value)];
        }

        if (value == _network.OutputValue || readers.Length != 1 || Layout.Planar(node.Output).SampleLength % 8 != 0)
            return false;
        NodeSpec reader = _network.Nodes[readers[0]];
        return reader.Layer.ColumnWindows(node.Output, reader.Output) is { } windows
            && (_network.Loss is null || node.Layer.PlaceForms(_values[node.Inputs[0]], node.Output, NeedsGradient(node.Inputs[0]), windows).Count == 1);
    }

    /// <summary>
    /// Keeps what a max pooling hands back. The derivative of an activation before the pooling is that at the maxima, and so
    /// follows from them as if it came after.
    /// </summary>
    public void HandOver(Tensor image, PooledGradient gradient)
    {
        _pooled.Add(image.Buffer, gradient);
        _derivativeApplied.Add(image.Buffer);
        if (!_activations.TryGetValue(image.Buffer, out ActivationLayer? activation))
            return;
        _activations.Add(gradient.Pooled.Buffer, activation);
        _activationNames.Add(gradient.Pooled.Buffer, _activationNames[image.Buffer]);
    }

    private NodeSpec ProducerOf(int value) => _network.Nodes[value - _network.Inputs.Count];

    /// <summary>The gradient of the output, for the loss to write; null where nothing is trained and nobody reads it.</summary>
    public Tensor? OutputGradient()
    {
        if (!_training)
            return null;
        Tensor output = Interleaved(_network.OutputValue);
        _written.Add(output.Buffer);
        return GradientOf(output);
    }

    private Tensor Predict(BufferKind? onlyWith)
    {
        Forward();
        Tensor output = Interleaved(_network.OutputValue);
        Add(Role.Copy, null, LayoutCopy.ToCaller("Output", output, BufferKind.Outputs, onlyWith));
        return output;
    }

    private void Forward()
    {
        for (int input = 0; input < _network.Inputs.Count; input++)
        {
            InputSpec spec = _network.Inputs[input];
            _values[input] = new(spec.Shape, Layout.Planar(spec.Shape), Memory(BufferKind.Inputs, Layout.Planar(spec.Shape).SampleLength));

            // A gradient has the layout of its value, and gradients are always computed with the channels side by side. In
            // prediction too, since the order of a sum follows the layout.
            if (spec.Gradient)
                _values[input] = Interleaved(input);
        }

        for (int i = 0; i < _network.Nodes.Count; i++)
        {
            NodeSpec node = _network.Nodes[i];
            int value = _network.Inputs.Count + i;
            if (_fused.Contains(value))
            {
                _values[value] = _values[node.Inputs[0]];
                continue;
            }

            // What is left out in prediction must leave the layout that training has: sums follow it.
            if (node.Layer.OnlyInTraining && !_training)
            {
                _values[value] = Interleaved(node.Inputs[0]);
                continue;
            }

            if (IsView(value))
            {
                _values[value] = _values[node.Inputs[0]] with { Shape = node.Output };
                continue;
            }

            bool isLongInRegisters = _oneSample && node.Layer.FusesLongActivationOfOneSample(_values[node.Inputs[0]].Shape);
            ActivationLayer? fused = node.Layer.FusesActivation ? FusableReader(value, isLongInRegisters) : null;
            bool inRegisters = fused is not null && (fused.IsShort || isLongInRegisters);
            Tensor output = node.Layer.LowerForward(new ForwardContext(this, node, inRegisters ? fused : null));
            _values[value] = output;
            if (fused is null)
                continue;
            string activation = _network.Nodes[ReadersOf(value)[0]].Name;
            _activations[output.Buffer] = fused;
            _activationNames[output.Buffer] = activation;
            if (!inRegisters)
                Add(Role.Forward, activation, ActivationLayer.ForwardInPlace($"{node.Name}Forward{fused.Kind}", fused, output));
        }
    }

    private void Backward()
    {
        for (int i = _network.Nodes.Count - 1; i >= 0; i--)
        {
            NodeSpec node = _network.Nodes[i];
            int value = _network.Inputs.Count + i;
            if (_fused.Contains(value) || IsView(value) || !NeedsGradient(value))
                continue;
            Tensor output = _values[value];
            Tensor gradient = GradientOf(output);
            if (_activations.TryGetValue(output.Buffer, out ActivationLayer? activation) && !_derivativeApplied.Contains(output.Buffer))
                Add(Role.InputGradient, _activationNames[output.Buffer], ActivationLayer.BackwardInPlace($"{node.Name}BackwardThrough{activation.Kind}", activation, output, gradient));
            node.Layer.LowerBackward(new BackwardContext(this, node, output, gradient));
        }

        for (int input = 0; input < _network.Inputs.Count; input++)
        {
            if (_network.Inputs[input].Gradient)
                Add(Role.Copy, null, LayoutCopy.ToCaller("InputGradient", GradientOf(_values[input]), BufferKind.InputGradients, onlyWith: BufferKind.InputGradients));
        }
    }

    /// <summary>The activation that alone reads a value and can be computed where the value is.</summary>
    private ActivationLayer? FusableReader(int value, bool isLongInRegisters)
    {
        int[] readers = [.. ReadersOf(value)];
        if (readers.Length != 1 || _network.Nodes[readers[0]].Layer is not ActivationLayer activation
            || !(isLongInRegisters ? activation.FusesInOneSample : activation.DerivativeFromOutput))
            return null;
        _fused.Add(_network.Inputs.Count + readers[0]);
        return activation;
    }

    /// <summary>
    /// Whether a value is its input under another shape. Only layers that take their input number by number can read an image
    /// as a vector where it lies; for others a flattened image is copied.
    /// </summary>
    private bool IsView(int value) => _isView[value];

    private bool FindView(int value)
    {
        LayerSpec layer = _network.Nodes[value - _network.Inputs.Count].Layer;
        int[] readers = [.. ReadersOf(value)];
        return layer.CanBeView && readers.Length > 0 && readers.All(reader => _network.Nodes[reader].Layer.ReadsNumberByNumber);
    }

    private IReadOnlyList<int> ReadersOf(int value) => _readers[value];

    /// <summary>How often the memory of a value is read by layers that send a gradient back to it, and by the loss.</summary>
    private int Readers(Buffer buffer)
    {
        int readers = Interleaved(_network.OutputValue).Buffer == buffer ? 1 : 0;
        for (int i = 0; i < _network.Nodes.Count; i++)
        {
            if (_fused.Contains(_network.Inputs.Count + i) || IsView(_network.Inputs.Count + i))
                continue;
            readers += _network.Nodes[i].Inputs.Count(input => _values[input].Buffer == buffer);
        }

        return readers;
    }

    /// <summary>The gradient of a value. A view shares its memory, and so its gradient, with what it views, but not its shape.</summary>
    public Tensor GradientOf(Tensor tensor)
    {
        if (!_gradients.TryGetValue(tensor.Buffer, out Buffer? gradient))
            _gradients.Add(tensor.Buffer, gradient = new Buffer(BufferKind.Scratch, tensor.Buffer.Name + "Gradient", tensor.Buffer.Length));
        return tensor with { Buffer = gradient };
    }

    private readonly Dictionary<BufferKind, Buffer> _memory = [];

    /// <summary>The caller's or the network's memory: one buffer a kind.</summary>
    public Buffer Memory(BufferKind kind, int sampleLength = 0)
    {
        if (!_memory.TryGetValue(kind, out Buffer? buffer))
            _memory.Add(kind, buffer = new Buffer(kind, kind.ToString(), sampleLength));
        return buffer;
    }

    private string NameOf(int value) => LayerOf(value) ?? _network.Inputs[value].Name;

    /// <summary>The layer that computes a value; null for an input.</summary>
    private string? LayerOf(int value) => value < _network.Inputs.Count ? null : ProducerOf(value).Name;
}
