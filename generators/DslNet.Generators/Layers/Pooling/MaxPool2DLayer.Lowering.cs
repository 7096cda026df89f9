using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Simd;
using Buffer = DslNet.Generators.Graph.Buffer;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record MaxPool2DLayer
{
    protected override string Formula => "maximum";

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor pooled = base.LowerForward(context), image = context.InterleavedInput();
        PoolWindows windows = Windows(image, pooled);
        IReadOnlyList<PlaceForm> forms = windows.IsUnrolled ? context.PlaceForms(windows) : [];
        if (forms.Count == 0)
            return pooled;

        (PlaceForm Form, Buffer Places)[] places =
            [.. forms.Select(form => (form, new Buffer(BufferKind.Scratch, ParameterTable.FileName(context.Name) + form.Name, pooled.Buffer.Length)))];
        context.Add(new MaxPoolPlaces(context.Name, windows, image.Buffer, pooled.Buffer, places));
        context.HandOver(image, new(windows, pooled, [.. places.Select(pair => pair.Places)]));
        return pooled;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.IsTakenPooled)
            base.LowerBackward(context);
    }

    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [new("x", input.Buffer), new("y", output.Buffer)];

    protected override void WriteForward(SourceWriter writer, Target target, PoolWindows windows) => windows.Write(
        writer, target,
        before: (_, first) => writer.Line($"SimdFloat most = {target.Load("x", first)};"),
        place: place => writer.Line($"most = {target.Max(target.Load("x", place), "most")};"),
        after: output => writer.Line(target.Store("most", "y", output)));

    // The gradient goes to the first place in reading order that holds the maximum, as in PyTorch.
    protected override void WriteBackward(SourceWriter writer, Target target, PoolWindows windows, Epilogue epilogue) => windows.Write(
        writer, target,
        before: (output, _) =>
        {
            writer.Line($"SimdFloat most = {target.Load("y", output)};");
            writer.Line($"SimdFloat left = {target.Load("dy", output)};");
        },
        place: place =>
        {
            writer.Line($"SimdFloat isMost = Simd.Equals({target.Load("x", place)}, most);");
            epilogue.WriteStore(writer, target, "Simd.BitwiseAnd(left, isMost)", place);
            writer.Line("left = Simd.AndNot(left, isMost);");
        },
        after: _ => { },
        declares: true);
}
