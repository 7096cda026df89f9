using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Operations;

/// <summary>
/// What happens to a finished value between the register it was computed in and the memory it goes to. This is the kernel's part, by the names of
/// its parameters; <see cref="Sink"/> has the memory.
/// </summary>
/// <param name="Value">What is stored, of the finished value and of what is read besides, in this order.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Reads">What is read besides; it has the destination's layout.</param>
/// <param name="Phrase">What it does, for the comment over the kernel: empty, or ", " and a phrase.</param>
internal sealed record Epilogue(Expr Value, KernelParameter Destination, EquatableArray<KernelParameter> Reads, Comment Phrase = default)
{
    /// <summary>What is read besides of each output channel: inputs of <see cref="Value"/> behind <see cref="Reads"/>.</summary>
    public EquatableArray<KernelParameter> PerChannel { get; init; } = EquatableArray<KernelParameter>.Empty;

    private static readonly Expr s_finished = new Expr.Input(0), s_added = new Expr.Input(1) + new Expr.Input(0);

    /// <summary>Stores a value as it is.</summary>
    public static Epilogue Store(KernelParameter destination) => new(s_finished, destination, EquatableArray<KernelParameter>.Empty);

    /// <summary>Stores an output after an activation.</summary>
    public static Epilogue Activate(KernelParameter destination, Elementwise activation) =>
        Store(destination) with { Value = activation.Value, Phrase = $", then {activation.Kind}" };

    /// <summary>The same of an output that is first scaled and shifted, by a value of its channel each.</summary>
    /// <param name="scale">What it is multiplied by.</param>
    /// <param name="shift">What is added then.</param>
    public Epilogue Behind(KernelParameter scale, KernelParameter shift) => this with
    {
        Value = Value.WithInputs([new Expr.Fma(s_finished, new Expr.Input(1), new Expr.Input(2))]),
        PerChannel = new([scale, shift]),
        Phrase = $", then times {scale.Name} plus {shift.Name} of its channel{Phrase}",
    };

    /// <summary>Adds a gradient to what is there.</summary>
    public static Epilogue Add(KernelParameter destination) => new(s_added, destination, new([destination]), ", added to what is there");

    /// <summary>The same with the last of several gradients of an activation's output, taken back through the activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="saved">What its derivative is a function of.</param>
    public Epilogue Through(Elementwise activation, KernelParameter saved) => this with
    {
        Value = activation.Gradient.WithInputs([Value, new Expr.Input(Reads.Count + 1)]),
        Reads = Reads.Append(saved).ToEquatableArray(),
        Phrase = $"{Phrase}, times the derivative of {activation.Kind}",
    };

    /// <summary>Whether it adds to what is there.</summary>
    public bool Accumulates => Reads.Contains(Destination);

    /// <summary>What a kernel has as parameters for what is read besides.</summary>
    public IEnumerable<KernelParameter> Extra => Reads.Where(memory => memory != Destination);

    /// <summary>The kernel's parameters: where values go, and what is read besides.</summary>
    public IEnumerable<KernelParameter> Parameters => [Destination, .. Extra, .. PerChannel];

    /// <summary>What it does with each value, for a comment inside the kernel.</summary>
    public string Verb => Phrase.ToString() is { Length: > 0 } phrase ? phrase.Substring(2).Replace("then ", "") + ", then store" : "store";

    /// <summary>Writes names for where the values of a tile go, and for what is read besides: their offsets count from there.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="offset">The tile's offset within the destination.</param>
    /// <returns>The names of the tile's memory.</returns>
    public Func<KernelParameter, string> WriteTile(SourceWriter writer, string offset)
    {
        Dictionary<KernelParameter, string> names = [];
        foreach (KernelParameter operand in Extra.Prepend(Destination))
            names[operand] = Offset.Declare(writer, "tile" + char.ToUpperInvariant(operand.Name[0]) + operand.Name.Substring(1), operand.Name, offset);
        return operand => names[operand];
    }

    /// <summary>Writes the statements that finish and store a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="value">An expression of a vector.</param>
    /// <param name="offset">Its offset within the destination.</param>
    public void WriteStore(SourceWriter writer, Target target, string value, string offset) => WriteStore(writer, target, value, operand => operand.Name, offset);

    /// <summary>Writes the statements that finish and store a value of a tile.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="value">An expression of a vector.</param>
    /// <param name="memory">The names of the tile's memory.</param>
    /// <param name="offset">Its offset within the tile.</param>
    /// <param name="ofChannel">Loads what is read of the value's channels.</param>
    public void WriteStore(
        SourceWriter writer, Target target, string value, Func<KernelParameter, string> memory, string offset, Func<KernelParameter, string>? ofChannel = null) =>
        WriteStore(writer, target, [value], memory, offset, ofChannel);

    /// <summary>Writes the statements that finish and store the sums of a tile.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="offset">The offset of its first result within the destination.</param>
    /// <param name="ofChannel">Loads what is read of the channels of a result, given its row and its vector; kernels that scale no output leave it out.</param>
    public void WriteStores(RegisterTile tile, string offset, Func<KernelParameter, int, int, string>? ofChannel = null)
    {
        tile.Writer.Explain(Verb);
        Func<KernelParameter, string> memory = WriteTile(tile.Writer, offset);
        if (PerChannel.Count > 0)
            WriteScaledStores(tile, memory, Channel(ofChannel));
        else
        {
            foreach ((IReadOnlyList<string> neighbours, string first) in tile.Target.Neighbours(tile.Results))
                WriteStore(tile.Writer, tile.Target, neighbours, memory, first);
        }
    }

    /// <summary>The results of the same channels together: what is read of these is loaded once.</summary>
    private void WriteScaledStores(RegisterTile tile, Func<KernelParameter, string> memory, Func<KernelParameter, int, int, string> ofChannel)
    {
        (SourceWriter writer, Target target) = (tile.Writer, tile.Target);
        var results = tile.Results.Select((result, i) => (result.Value, result.Offset, Read: PerChannel.Select(parameter => ofChannel(parameter, i / tile.Vectors, i % tile.Vectors)).ToEquatableArray()));
        foreach (var sameChannels in results.GroupBy(result => result.Read))
        {
            bool isShared = sameChannels.Count() > 1;
            using (isShared ? writer.Block() : null)
            {
                string[] read = [.. PerChannel.Select((parameter, i) => isShared ? OfChannel(parameter) : sameChannels.Key[i])];
                if (isShared)
                    writer.Lines(target.Declare([.. read.Select((name, i) => (name, sameChannels.Key[i]))]));
                foreach ((string value, int at, EquatableArray<string> _) in sameChannels)
                    WriteStore(writer, target, value, memory, Literal.Of(at), parameter => read[PerChannel.ToList().IndexOf(parameter)]);
            }
        }
    }

    private static string OfChannel(KernelParameter parameter) => "channel" + char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    /// <summary>One value, or two neighbours.</summary>
    private void WriteStore(
        SourceWriter writer, Target target, IReadOnlyList<string> values, Func<KernelParameter, string> memory, string offset, Func<KernelParameter, string>? ofChannel = null)
    {
        if (Method is { } method)
        {
            string reads = string.Concat(Extra.Select(operand => $"ref {memory(operand)}, "));
            writer.Line(target.Store(method, values, reads, memory(Destination), offset));
            return;
        }

        ExprWriter expressions = new(writer, target);
        string[][] inputs = [.. values.Select((value, i) => InputsOf(value, Offset.Sum(offset, Literal.Of(i * target.Lanes))))];
        using (inputs.Any(input => ExprWriter.NeedsVariables(Value, input)) ? writer.Block() : null)
            writer.Line(target.Store(StoreMethod.Plain, [.. inputs.Select(input => expressions.Write(Value, input))], "", memory(Destination), offset));

        string[] InputsOf(string value, string at) => [value, .. Reads.Select(operand => target.Load(memory(operand), at)), .. PerChannel.Select(operand => Channel(ofChannel)(operand))];
    }

    /// <summary>The library's method that finishes and stores; null where there is none.</summary>
    private StoreMethod? Method
    {
        get
        {
            if (PerChannel.Count > 0)
                return null;
            if (Value == s_finished)
                return StoreMethod.Plain;
            if (Value == s_added && Reads is [var read] && read == Destination)
                return StoreMethod.Add;
            IEnumerable<Expr> inputs = Enumerable.Range(0, Reads.Count + 1).Select(i => new Expr.Input(i));
            return !Accumulates && Compound.Of(Value.Expanded) is { Constants: "" } compound && compound.Arguments.SequenceEqual(inputs)
                ? new StoreMethod("Store", compound.Method)
                : null;
        }
    }

    /// <summary>What is to be stored of a value, for kernels that store several together.</summary>
    /// <param name="expressions">Declares variables, if any.</param>
    /// <param name="value">An expression of a vector.</param>
    /// <param name="ofChannel">Loads what is read of the value's channel.</param>
    public string Finish(ExprWriter expressions, string value, Func<KernelParameter, string> ofChannel) => Reads.Count == 0
        ? expressions.Write(Value, [value, .. PerChannel.Select(ofChannel)])
        : throw new InvalidOperationException("What is read besides has the layout of vectors that are stored one by one.");

    private static T Channel<T>(T? ofChannel) where T : Delegate =>
        ofChannel ?? throw new InvalidOperationException("This kernel does not say of which channels its results are.");
}
