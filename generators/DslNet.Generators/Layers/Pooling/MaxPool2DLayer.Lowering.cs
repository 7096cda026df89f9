using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record MaxPool2DLayer : IMaxPooling
{
    protected override string Formula => "maximum";

    // What the library's pooling by columns asks for.
    private const int LeastColumns = 8;

    public bool ReadsChannelsFirst(Shape image, Shape pooled) =>
        this is { KernelHeight: 2, KernelWidth: 2, StrideHeight: 2, StrideWidth: 2, Padding: 0 } && pooled.RowLength >= LeastColumns;

    // Each position of a window is written out.
    public bool FindsIndices(Shape image) => Windows(image, Layout.Interleaved(image), default).IsUnrolled;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        if (input.Buffer.Kind == BufferKind.Scratch && input.Layout.ChannelStride != 1)
            return LowerByColumns(context, input);
        Tensor pooled = base.LowerForward(context), image = context.InterleavedInput();
        PoolWindows windows = Windows(image, pooled);
        IReadOnlyList<IndexEncoding> encodings = context.IndexEncodings;
        if (encodings.Count == 0)
            return pooled;

        (IndexEncoding Encoding, Buffer Indices)[] indices = [.. encodings.Select(encoding => (encoding, IndexBuffer(context, encoding, pooled)))];
        context.Add(new MaxPoolPlaces(context.Name, windows, image.Buffer, pooled.Buffer, indices));
        context.HandOn(image, new(Axes(image.Shape), pooled, [.. indices.Select(pair => pair.Indices)]));
        return pooled;
    }

    /// <summary>An image that is stored channels-first; in training its producer wants one encoding of indices.</summary>
    private Tensor LowerByColumns(ForwardContext context, Tensor image)
    {
        Tensor pooled = context.NewOutput();
        Operand[] operands = [new("image", image.Buffer), new("pooled", pooled.Buffer)];
        (string, int)[] shape = [("channels", image.Shape.Channels), ("rows", image.Shape.Positions / image.Shape.RowLength), ("columns", image.Shape.RowLength)];
        if (context.IndexEncodings.SingleOrDefault() is not { } encoding)
        {
            context.Add(new LibraryCall(context.Name + "Forward", Granularity.Sample, "ColumnPooling.Max", operands, shape));
            return pooled;
        }

        Buffer indices = IndexBuffer(context, encoding, pooled);
        context.Add(new LibraryCall(
            context.Name + "ForwardAndIndices", Granularity.Sample, "ColumnPooling.MaxAndIndices", [.. operands, new("places", indices)],
            [.. shape, ("rowStep", encoding.RowStep), ("columnStep", encoding.ColumnStep)]));
        context.HandOn(image, new(Axes(image.Shape), pooled, [indices]));
        return pooled;
    }

    private static Buffer IndexBuffer(ForwardContext context, IndexEncoding encoding, Tensor pooled) =>
        Buffer.OfSample(ParameterTable.FileName(context.Name) + encoding.Name, pooled.Buffer.Length);

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.IsInputGradientSparse)
            base.LowerBackward(context);
    }

    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [new("x", input.Buffer), new("y", output.Buffer)];

    protected override void WriteForward(SourceWriter writer, Target target, PoolWindows windows)
    {
        string image = "";
        windows.Write(
            writer, target,
            before: (_, window) =>
            {
                image = windows.Declare(writer, "x", window);
                writer.Line($"Float__ most = {target.Load(image, windows.IsUnrolled ? "0" : window)};");
            },
            place: place =>
            {
                if (place != "0")
                    writer.Line($"most = Math__.MaxOrNaN({target.Load(image, place)}, most);");
            },
            after: output => writer.Line(target.Store("most", "y", output)));
    }

    // The gradient goes to the first place in reading order that holds the maximum, or to the last NaN, as in PyTorch.
    protected override void WriteBackward(SourceWriter writer, Target target, PoolWindows windows, Epilogue epilogue)
    {
        string image = "";
        Func<Operand, string> memory = operand => operand.Name;
        windows.Write(
            writer, target,
            before: (output, window) =>
            {
                writer.Line($"int start = {window};");
                image = windows.Declare(writer, "x", "start");
                if (windows.IsUnrolled)
                    memory = epilogue.WriteTile(writer, "start");
                writer.Line($"Float__ most = {target.Load("y", output)};");
                writer.Line($"Float__ left = {target.Load("dy", output)};");
                writer.Line("bool hasNaN = !Vector__.EqualsAll(most, most);");
                writer.Line($"UInt__ lastNaN = hasNaN ? {windows.LastNaN("start")} : UInt__.Zero;");
            },
            place: place =>
            {
                string inWindow = windows.IsUnrolled ? place + "u" : $"(uint)({place} - start)";
                writer.Line($"Float__ isMost = Vector__.Equals({target.Load(image, place)}, most);");
                using (writer.Block("if (hasNaN)"))
                    writer.Line($"isMost |= Vector__.AsSingle(Vector__.Equals(lastNaN, Vector__.Create({inWindow})));");
                epilogue.WriteStore(writer, target, "Vector__.BitwiseAnd(left, isMost)", memory, place);
                writer.Line("left = Vector__.AndNot(left, isMost);");
            },
            after: _ => { },
            declares: true);
    }
}
