using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record AvgPool2DLayer
{
    protected override string Formula => "mean";

    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [];

    private string Share(Target target) => target.Constant(1f / ((long)KernelHeight * KernelWidth));

    protected override void WriteForward(SourceWriter writer, Target target, PoolWindows windows)
    {
        string image = "";
        windows.Write(
            writer, target,
            before: (_, window) =>
            {
                image = windows.Declare(writer, "x", window);
                writer.Line("Float__ sum = Float__.Zero;");
            },
            place: place => writer.Line($"sum += {target.Load(image, place)};"),
            after: output => writer.Line(target.Store($"sum * {Share(target)}", "y", output)));
    }

    protected override void WriteBackward(SourceWriter writer, Target target, PoolWindows windows, Epilogue epilogue)
    {
        Func<Operand, string> memory = operand => operand.Name;
        windows.Write(
            writer, target,
            before: (output, window) =>
            {
                if (windows.IsUnrolled)
                    memory = epilogue.WriteTile(writer, window);
                writer.Line($"Float__ share = {target.Load("dy", output)} * {Share(target)};");
            },
            place: place => epilogue.WriteStore(writer, target, "share", memory, place),
            after: _ => { });
    }
}
