using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The gradient of the maximum of each window.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Epilogue">What becomes of the gradient.</param>
/// <param name="Clears">Whether the gradient becomes zero before.</param>
internal sealed record MaxPoolBackward(PoolWindows Windows, Epilogue Epilogue, bool Clears) : PoolBackward(Windows, Epilogue, Clears, "maximum")
{
    protected override IEnumerable<KernelParameter> Saved => [new("x"), new("y")];

    // The gradient goes to the first position in reading order that holds the maximum, or to the last NaN, as in PyTorch.
    protected override void WriteWindows(SourceWriter writer, Target target)
    {
        string image = "";
        Func<KernelParameter, string> memory = operand => operand.Name;
        Windows.Write(
            writer, target,
            before: (output, window) =>
            {
                writer.Line($"int start = {window};");
                image = Windows.Declare(writer, "x", "start");
                if (Windows.IsUnrolled)
                    memory = Epilogue.WriteTile(writer, "start");
                writer.Line($"Float__ most = {target.Load("y", output)};");
                writer.Line($"Float__ left = {target.Load("dy", output)};");
                writer.Line("bool hasNaN = !Vector__.EqualsAll(most, most);");
                writer.Line($"UInt__ lastNaN = hasNaN ? {Windows.LastNaN("start")} : UInt__.Zero;");
            },
            position: position =>
            {
                string inWindow = Windows.IsUnrolled ? position + "u" : $"(uint)({position} - start)";
                writer.Line($"Float__ isMost = Vector__.Equals({target.Load(image, position)}, most);");
                using (writer.Block("if (hasNaN)"))
                    writer.Line($"isMost |= Vector__.AsSingle(Vector__.Equals(lastNaN, Vector__.Create({inWindow})));");
                Epilogue.WriteStore(writer, target, "Vector__.BitwiseAnd(left, isMost)", memory, position);
                writer.Line("left = Vector__.AndNot(left, isMost);");
            },
            after: _ => { },
            declares: true);
    }
}
