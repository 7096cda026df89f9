using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The gradient of the mean of each window.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Epilogue">What becomes of the gradient.</param>
/// <param name="Clears">Whether the gradient becomes zero before.</param>
internal sealed record AvgPoolBackward(PoolWindows Windows, Epilogue Epilogue, bool Clears) : PoolBackward(Windows, Epilogue, Clears, "mean")
{
    protected override IEnumerable<KernelParameter> Saved => [];

    private string Share(Target target) => target.Constant(1f / ((long)Windows.Vertical.Kernel * Windows.Horizontal.Kernel));

    protected override void WriteWindows(SourceWriter writer, Target target)
    {
        Func<KernelParameter, string> memory = operand => operand.Name;
        Windows.Write(
            writer, target,
            before: (output, window) =>
            {
                if (Windows.IsUnrolled)
                    memory = Epilogue.WriteTile(writer, window);
                writer.Line($"Float__ share = {target.Load("dy", output)} * {Share(target)};");
            },
            position: position => Epilogue.WriteStore(writer, target, "share", memory, position),
            after: _ => { });
    }
}
