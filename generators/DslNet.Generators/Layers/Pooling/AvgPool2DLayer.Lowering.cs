using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record AvgPool2DLayer
{
    protected override string Formula => "mean";

    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [];

    private string Share(Target target) => target.Constant(1f / ((long)KernelHeight * KernelWidth));

    protected override void WriteForward(SourceWriter writer, Target target, PoolWindows windows) => windows.Write(
        writer, target,
        before: (_, _) => writer.Line("Float__ sum = Float__.Zero;"),
        place: place => writer.Line($"sum += {target.Load("x", place)};"),
        after: output => writer.Line(target.Store($"sum * {Share(target)}", "y", output)));

    protected override void WriteBackward(SourceWriter writer, Target target, PoolWindows windows, Epilogue epilogue) => windows.Write(
        writer, target,
        before: (output, _) => writer.Line($"Float__ share = {target.Load("dy", output)} * {Share(target)};"),
        place: place => epilogue.WriteStore(writer, target, "share", place),
        after: _ => { });
}
