using DslNet.CompilerServices;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Embedding;

/// <summary>The rows of a table that the tokens of one sample stand for, and their places in a value of the network.</summary>
/// <param name="Tokens">How many tokens a sample has.</param>
/// <param name="Vocabulary">How many rows the table has.</param>
/// <param name="Stride">From one row to the next, in the table as in the value: rows are filled with zeros to whole vectors.</param>
/// <param name="Phrase">For a kernel's comment.</param>
internal readonly record struct EmbeddingRows(int Tokens, int Vocabulary, int Stride, Comment Phrase)
{
    private const int MostUnrolled = 8;

    /// <summary>The tokens that a layer reads, and what it makes of them.</summary>
    public static EmbeddingRows Of(Tensor tokens, Tensor output) => new(
        tokens.Shape.Channels, tokens.Shape.Vocabulary, PanelWidth.RoundUp(output.Layout.Channels),
        $"{NumberText.Counted(output.Layout.Channels, "feature")} of {NumberText.Counted(tokens.Shape.Channels, "token")}, one sample");

    /// <summary>Writes a body for each vector of each token's row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="table">The table.</param>
    /// <param name="value">The value that has a row for each token.</param>
    /// <param name="write">Given the token's row, its place in the value, and an offset in both, writes the body.</param>
    /// <param name="skipped">The token for which nothing is done; -1 if there is none.</param>
    public void Write(SourceWriter writer, Target target, string table, string value, Action<string, string, string> write, int skipped = -1)
    {
        int stride = Stride;
        writer.Line("// Tokens were checked, but they are the caller's memory, which another thread may change meanwhile.");
        using (writer.Loop("token", Tokens, out string token))
        {
            string read = token == "0" ? "tokens" : $"Place__.Add(ref tokens, {token})";
            string index = $"(int)global::System.Math.Min((uint){read}, {Vocabulary - 1}u)";
            if (skipped < 0)
            {
                WriteRow(index);
                return;
            }

            writer.Line($"int index = {index};");
            using (writer.Block($"if (index != {Literal.Of(skipped)})"))
                WriteRow("index");

            void WriteRow(string index)
            {
                writer.Line($"ref float row = ref Place__.Add(ref {table}, {Offset.Times(index, stride)});");
                string place = Offset.Declare(writer, "place", value, Offset.Times(token, stride));
                if (stride <= MostUnrolled * target.Lanes)
                {
                    for (int i = 0; i < stride; i += target.Lanes)
                        write("row", place, Literal.Of(i));
                    return;
                }

                using (writer.Loop("i", "0", Literal.Of(stride), target.Lanes))
                    write("row", place, "i");
            }
        }
    }
}
