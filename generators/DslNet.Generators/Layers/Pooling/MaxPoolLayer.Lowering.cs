using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record MaxPoolLayer : IMaxPooling
{
    // What the library's pooling of channels-first images needs.
    private const int LeastColumns = 8;

    public bool ReadsChannelsFirst(Shape image, Shape pooled) =>
        Kernel is [2, 2] && Strides is [2, 2] && Padding == 0 && FindsIndices(image) && pooled.RowLength >= LeastColumns;

    // Each position of a window is written out, and no window reaches over the border.
    public bool FindsIndices(Shape image) => Windows(image, Layout.ChannelsLast(image), default).IsUnrolled;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        if (input.Buffer.Kind == BufferKind.Scratch && input.Layout.ChannelStride != 1)
            return LowerChannelsFirst(context, input);
        Tensor pooled = base.LowerForward(context), image = context.ChannelsLastInput();
        PoolWindows windows = Windows(image, pooled);
        IReadOnlyList<IndexEncoding> encodings = context.IndexEncodings;
        if (encodings.Count == 0)
            return pooled;

        (IndexEncoding Encoding, Buffer Indices)[] indices = [.. encodings.Select(encoding => (encoding, IndexBuffer(context, encoding, pooled)))];
        context.Add(
            "Indices", new MaxPoolIndices(windows, encodings.ToEquatableArray()),
            [new("x", image.Buffer), new("y", pooled.Buffer), .. indices.Select(pair => new Operand(MaxPoolIndices.NameOf(pair.Encoding), pair.Indices))]);
        context.HandOn(image, new(Axes(image.Shape), pooled, [.. indices.Select(pair => pair.Indices)]));
        return pooled;
    }

    /// <summary>An image that is stored channels-first; in training its producer wants one encoding of indices.</summary>
    private Tensor LowerChannelsFirst(ForwardContext context, Tensor image)
    {
        Tensor pooled = context.NewOutput();
        Operand[] operands = [new("image", image.Buffer), new("pooled", pooled.Buffer)];
        (string, int)[] shape = [("channels", image.Shape.Channels), ("rows", image.Shape.Positions / image.Shape.RowLength), ("columns", image.Shape.RowLength)];
        if (context.IndexEncodings.SingleOrDefault() is not { } encoding)
        {
            context.Add(LibraryCall.Of(context.Name + "Forward", When.In(Level.Sample), "ColumnPooling.Max", operands, shape));
            return pooled;
        }

        Buffer indices = IndexBuffer(context, encoding, pooled);
        context.Add(LibraryCall.Of(
            context.Name + "ForwardAndIndices", When.In(Level.Sample), "ColumnPooling.MaxAndIndices", [.. operands, new("indices", indices)],
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

    protected override Kernel Forward(PoolWindows windows, Shape image) => new MaxPoolForward(windows);

    protected override Kernel Backward(PoolWindows windows, Shape image, Epilogue epilogue, bool clears) => new MaxPoolBackward(windows, epilogue, clears);
}
