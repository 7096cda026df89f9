using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Lowering;

/// <summary>n[t] = n[t − 1] + 1, integers in place of floats, from the count before the first frame on; or n[t] = n[t + 1] + 1.</summary>
/// <param name="IsBackward">Whether frames are counted from the last one.</param>
internal sealed record FrameCountKernel(bool IsBackward = false) : Kernel
{
    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string here = $"t * {FrameCount.Length}", next = $"(t + 1) * {FrameCount.Length}";
        (string from, string to) = IsBackward ? (next, here) : (here, next);
        using (Method(writer, name, $"n[t] = n[t {(IsBackward ? "+" : "−")} 1] + 1: frames {(IsBackward ? "up to the last one" : "so far")}.", single: true))
        using (writer.Block(IsBackward ? "for (int t = count - 1; t >= 0; t--)" : "for (int t = 0; t < count; t++)"))
            writer.Line($"Place__.Add(ref counts, {to}) = global::System.BitConverter.Int32BitsToSingle(Place__.Read(ref counts, {from}) + 1);");
    }
}
