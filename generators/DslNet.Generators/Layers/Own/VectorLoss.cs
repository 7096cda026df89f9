using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Own;

/// <summary>
/// A loss of all outputs of one sample and, where it is wanted, its gradient. Each output is a value of its own, in all lanes: there are few of them, and
/// functions have the same bits in every lane.
/// </summary>
/// <param name="Kind">What it is called.</param>
/// <param name="SampleLength">Floats of a sample, with the padding behind the outputs.</param>
/// <param name="Loss">The loss, of outputs and targets.</param>
/// <param name="Slopes">The gradient of each output, of outputs, targets and the scale.</param>
internal sealed record VectorLoss(Comment Kind, int SampleLength, Expr Loss, EquatableArray<Expr> Slopes) : LossKernel
{
    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int outputs = Slopes.Count;
        using (Method(writer, name, $"{Kind} of {NumberText.Counted(outputs, "output")} and, if it is wanted, its gradient times scale."))
        {
            writer.Line($"Float__ scales = Lanes__.Fill({LossGradient.Scale});");
            writer.Lines(Read("y", "prediction"));
            writer.Lines(Read("t", "target"));
            IEnumerable<string> names = new[] { "y", "t" }.SelectMany(each => Enumerable.Range(0, outputs).Select(i => Name(each, i)));
            IReadOnlyList<string> texts = new ExprWriter(writer, target).Write([Loss, .. Slopes], [.. names, "scales"]);
            writer.Line($"Float__ loss = {texts[0]};");
            using (writer.Block(LossGradient.IfWanted))
            {
                for (int i = 0; i < SampleLength; i += target.Lanes)
                    writer.Line(target.Store("Float__.Zero", "gradient", Literal.Of(i)));
                for (int i = 0; i < outputs; i++)
                    writer.Line($"Place__.Add(ref gradient, {Literal.Of(i)}) = Vector__.ToScalar({texts[i + 1]});");
            }

            writer.Line("return Vector__.ToScalar(loss);");

            string[] Read(string vector, string array) => target.Declare(vector, [.. Enumerable.Range(0, outputs).Select(i => target.Broadcast(array, Literal.Of(i)))]);
        }
    }

    private static string Name(string vector, int index) => vector + Literal.Of(index);
}
