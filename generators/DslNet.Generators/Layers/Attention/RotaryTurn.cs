using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Attention;

/// <summary>
/// Turns pairs of values of each query and key, one of the first half of a head's and one of the second, by an angle that grows with the frame's number: position ×
/// 10000^(−2i / d). Angles are multiples of 2⁻³² of a turn, and numbers of frames are counted modulo 2³²: what two frames differ by is exact, however long a stream.
/// </summary>
/// <param name="Heads">How all is stored.</param>
/// <param name="IsBackward">Whether gradients are turned back.</param>
internal sealed record RotaryTurn(AttentionHeads Heads, bool IsBackward) : Kernel
{
    private const double Base = 10_000, Turns = 4_294_967_296;

    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("counts"), new("angles"), new("x")];

    /// <summary>Pairs of a head.</summary>
    private static int Half(AttentionHeads heads) => heads.Head / 2;

    /// <summary>Cosines, and sines behind them.</summary>
    public static int Angles(AttentionHeads heads) => 2 * Padded(heads);

    private static int Padded(AttentionHeads heads) => (Half(heads) + AttentionHeads.Group - 1) / AttentionHeads.Group * AttentionHeads.Group;

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int half = Half(Heads), padded = Padded(Heads);
        bool isWhole = half == padded;
        using (Method(writer, name, $"Turns queries and keys {(IsBackward ? "back " : "")}by their positions: {Heads.Phrase}.", single: true))
        using (writer.Block("for (int t = 0; t < count; t++)"))
        {
            writer.Line($"UInt__ position = Vector__.Create((uint)(Place__.Read(ref counts, t * {FrameCount.Length}) - 1));");
            for (int i = 0; i < padded; i += target.Lanes)
            {
                using (writer.Block())
                {
                    string steps = string.Join(", ", Enumerable.Range(i, target.Lanes).Select(pair => Step(pair, half)));
                    writer.Line($"Float__ angle = Vector__.ConvertToSingle(Vector__.AsInt32(position * Vector__.Create({steps}))) * {target.Constant((float)(2 * Math.PI / Turns))};");
                    writer.Line(target.Store("Math__.Cos(angle)", "angles", Literal.Of(i)));
                    writer.Line(target.Store("Math__.Sin(angle)", "angles", Literal.Of(padded + i)));
                }
            }

            using (writer.Loop("head", 2 * Heads.Heads, out string head))
            {
                writer.Line($"ref float one = ref Place__.Add(ref x, {Offset.Sum($"t * {Heads.Frame}", Heads.Place(head, 0))});");
                writer.Line($"ref float other = ref Place__.Add(ref one, {half});");
                (string minus, string plus) = IsBackward ? ("+", "-") : ("-", "+");
                if (isWhole)
                {
                    using (writer.Loop("i", "0", Literal.Of(half), target.Lanes))
                    {
                        writer.Line($"Float__ a = {target.Load("one", "i")}, b = {target.Load("other", "i")}, cos = {target.Load("angles", "i")}, sin = {target.Load("angles", Offset.Of("i", padded))};");
                        writer.Line(target.Store($"(a * cos {minus} b * sin)", "one", "i"));
                        writer.Line(target.Store($"(b * cos {plus} a * sin)", "other", "i"));
                    }
                }
                else
                {
                    using (writer.Block($"for (int i = 0; i < {half}; i++)"))
                    {
                        writer.Line($"float a = Place__.Add(ref one, i), b = Place__.Add(ref other, i), cos = Place__.Add(ref angles, i), sin = Place__.Add(ref angles, i + {padded});");
                        writer.Line($"Place__.Add(ref one, i) = a * cos {minus} b * sin;");
                        writer.Line($"Place__.Add(ref other, i) = b * cos {plus} a * sin;");
                    }
                }
            }
        }
    }

    /// <summary>How far a pair turns from one frame to the next.</summary>
    private static string Step(int pair, int half) => pair >= half ? "0u" : $"{(uint)Math.Round(Turns * Math.Pow(Base, -(double)pair / half) / (2 * Math.PI))}u";
}
