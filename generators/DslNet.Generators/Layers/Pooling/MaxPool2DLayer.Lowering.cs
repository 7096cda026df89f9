using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record MaxPool2DLayer
{
    protected override string Formula => "maximum";

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
            writer.Line($"SimdFloat left = {target.Load("outputGradient", output)};");
        },
        place: place =>
        {
            writer.Line($"SimdFloat isMost = SimdVector.Equals({target.Load("x", place)}, most);");
            epilogue.WriteStore(writer, target, "SimdVector.BitwiseAnd(left, isMost)", place);
            writer.Line("left = SimdVector.AndNot(left, isMost);");
        },
        after: _ => { },
        declares: true);
}
