using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The gradient of the mean of each window.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Divisor">What the mean divides by.</param>
/// <param name="Epilogue">What becomes of the gradient.</param>
/// <param name="Clears">Whether the gradient becomes zero before.</param>
internal sealed record AvgPoolBackward(PoolWindows Windows, PoolDivisor Divisor, Epilogue Epilogue, bool Clears) : PoolBackward(Windows, Epilogue, Clears, "mean")
{
    protected override IEnumerable<KernelParameter> Saved => [];

    protected override void WriteWindows(SourceWriter writer, Target target)
    {
        Func<KernelParameter, string> memory = operand => operand.Name;
        Windows.Write(
            writer, target,
            window: (row, column) => Divisor.Write(writer, row, column),
            before: (output, window) =>
            {
                if (Windows.IsUnrolled)
                    memory = Epilogue.WriteTile(writer, window);
                writer.Line($"Float__ share = {target.Load("dy", output)} * {Divisor.Share(target)};");
            },
            position: position => Epilogue.WriteStore(writer, target, "share", memory, position),
            after: _ => { });
    }
}
