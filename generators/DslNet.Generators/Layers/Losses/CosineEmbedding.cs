using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>1 − y·t / (|y|·|t|) over all values of a sample and, where it is wanted, its gradient: one sample.</summary>
/// <param name="Layout">How predictions, targets and gradients are stored.</param>
internal sealed record CosineEmbedding(Layout Layout) : LossKernel
{
    // Of squares, so that a vector of zeros has an angle too: PyTorch's.
    private const float Epsilon = 1e-12f;

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, "1 − cos, cos = y·t / √((y·y + ε)·(t·t + ε)), and, if it is wanted, its gradient, cos·y / (y·y + ε) − t / √(…), times scale."))
        {
            ChannelGroups.Declare(writer, target, "dot", "Float__.Zero");
            ChannelGroups.Declare(writer, target, "square", "Float__.Zero");
            ChannelGroups.Declare(writer, target, "targetSquare", "Float__.Zero");
            WriteEach(writer, target, (at, part, mask) =>
            {
                writer.Line($"Float__ y = {ChannelGroups.Masked(target, mask, target.Load("prediction", at), "Float__.Zero")};");
                writer.Line($"Float__ t = {ChannelGroups.Masked(target, mask, target.Load("target", at), "Float__.Zero")};");
                writer.Line($"dot{part} += y * t;");
                writer.Line($"square{part} += y * y;");
                writer.Line($"targetSquare{part} += t * t;");
            });
            writer.Line($"float length = {ChannelGroups.Reduce(target, "Sum", "square")} + {Literal.Of(Epsilon)};");
            writer.Line($"float inverse = 1f / (float.Sqrt(length) * float.Sqrt({ChannelGroups.Reduce(target, "Sum", "targetSquare")} + {Literal.Of(Epsilon)}));");
            writer.Line($"float cosine = {ChannelGroups.Reduce(target, "Sum", "dot")} * inverse;");
            using (writer.Block(LossGradient.IfWanted))
            {
                writer.Line($"Float__ ofPrediction = Lanes__.Fill(cosine / length * {LossGradient.Scale});");
                writer.Line($"Float__ ofTarget = Lanes__.Fill(inverse * {LossGradient.Scale});");
                WriteEach(writer, target, (at, _, mask) =>
                {
                    string slope = $"ofPrediction * {target.Load("prediction", at)} - ofTarget * {target.Load("target", at)}";
                    writer.Line(target.Store(ChannelGroups.Masked(target, mask, slope, "Float__.Zero"), "gradient", at));
                });
            }

            writer.Line("return 1f - cosine;");
        }
    }

    private void WriteEach(SourceWriter writer, Target target, Action<string, int, string?> write)
    {
        using (writer.Loop("position", Layout.Positions, out string index))
        {
            string position = Offset.Times(index, Layout.PositionStride);
            ChannelGroups.Write(writer, target, Layout.Channels, (offset, part, mask) => write(Offset.Sum(position, offset), part, mask));
        }
    }
}
