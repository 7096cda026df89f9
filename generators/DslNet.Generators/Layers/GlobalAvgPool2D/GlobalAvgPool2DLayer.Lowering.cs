using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.GlobalAvgPool2D;

internal sealed partial record GlobalAvgPool2DLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.InterleavedInput();
        Tensor output = context.NewOutput();
        int stride = input.Layout.PositionStride, positions = input.Layout.Positions, sums = Summation.BiasPartialSums, whole = positions - positions % sums;
        context.Add(new PoolKernel(
            context.Name + "Forward", $"{context.Name}: y = the mean over {NumberText.Counted(positions, "position")}, in {sums} partial sums.",
            [new("x", input.Buffer), new("y", output.Buffer)], (writer, target) =>
            {
                using (writer.Loop("c", stride, out string c, target.Lanes))
                {
                    for (int p = 0; p < sums; p++)
                        writer.Line($"Float__ sum{p} = Float__.Zero;");
                    if (whole > 0)
                    {
                        using (writer.Loop("position", whole, out string position, sums))
                        {
                            string inputs = Offset.Declare(writer, "inputs", "x", Offset.Sum(Offset.Times(position, stride), c));
                            for (int p = 0; p < sums; p++)
                                writer.Line($"sum{p} += {target.Load(inputs, Literal.Of(p * stride))};");
                        }
                    }

                    for (int p = 0; whole + p < positions; p++)
                        writer.Line($"sum{p} += {target.Load("x", Offset.Of(c, (whole + p) * stride))};");
                    writer.Line(target.Store($"((sum0 + sum1) + (sum2 + sum3)) * {target.Constant(1f / positions)}", "y", c));
                }
            }));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor input = context.InterleavedInput();
        Epilogue epilogue = context.InputGradient("dx");
        Operand[] operands = [new("dy", context.OutputGradient.Buffer), epilogue.Destination, .. epilogue.Extra];
        context.Add(Role.InputGradient, new PoolKernel(
            context.Name + "Backward", $"{context.Name}: the gradient of the mean{epilogue.Phrase}.", operands, (writer, target) =>
            {
                using (writer.Loop("position", input.Layout.Positions, out string position))
                using (writer.Loop("c", input.Layout.PositionStride, out string c, target.Lanes))
                {
                    writer.Line($"Float__ share = {target.Load("dy", c)} * {target.Constant(1f / input.Layout.Positions)};");
                    epilogue.WriteStore(writer, target, "share", Offset.Sum(Offset.Times(position, input.Layout.PositionStride), c));
                }
            }));
    }
}
