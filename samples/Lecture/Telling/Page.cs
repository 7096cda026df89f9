using System.Globalization;

namespace Lecture;

/// <summary>What the lecture is written on: sentences, numbers that are checked as they are shown, and drawings.</summary>
internal sealed class Page(TextWriter writer)
{
    /// <summary>A console has 80 columns, and the last one stays free: many go to the next line once it is written.</summary>
    public const int Width = 79;

    private const string Margin = "    ";

    private int _titles;
    private bool _free = true;

    /// <summary>How many numbers were checked so far.</summary>
    public int Checks { get; private set; }

    /// <summary>Begins a part.</summary>
    public void Title(string title)
    {
        string heading = string.Create(CultureInfo.InvariantCulture, $"{++_titles}. {title}");
        Gap();
        Write(heading);
        Write(new string('=', heading.Length));
    }

    /// <summary>Writes a paragraph.</summary>
    public void Say(string text)
    {
        Gap();
        string line = "";
        foreach (string word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                Write(line);
                line = "";
            }

            line += line.Length > 0 ? " " + word : word;
        }

        Write(line);
        Gap();
    }

    /// <summary>Writes an indented line.</summary>
    public void Show(string line) => Write((Margin + line).TrimEnd());

    /// <summary>Leaves one line free, unless the last one is.</summary>
    public void Gap()
    {
        if (!_free)
            Write("");
    }

    /// <summary>Draws blocks of text side by side, in as many rows as they need, which have about as many each.</summary>
    public void Draw(params ReadOnlySpan<string> blocks)
    {
        int room = Width - Margin.Length;
        int rows = (blocks.Length - 1) / Blocks.CountThatFit(blocks, room) + 1, each = (blocks.Length - 1) / rows + 1;
        while (!blocks.IsEmpty)
        {
            int count = Math.Min(each, Blocks.CountThatFit(blocks, room));
            foreach (string line in Blocks.Beside(blocks[..count]))
                Show(line);
            blocks = blocks[count..];
            if (!blocks.IsEmpty)
                Gap();
        }
    }

    /// <summary>Shows a number, after checking it.</summary>
    /// <exception cref="WrongNumberException">It is not what it should be.</exception>
    public void Number(string what, double actual, double expected, double tolerance = 0)
    {
        Check(what, actual, expected, tolerance);
        Show($"{what} = {Text(actual)}");
    }

    /// <summary>Checks a number without showing it.</summary>
    /// <exception cref="WrongNumberException">It is not what it should be.</exception>
    public void Check(string what, double actual, double expected, double tolerance = 0)
    {
        Check(what, Math.Abs(actual - expected) <= tolerance, $"{Text(actual)} instead of {Text(expected)}");
    }

    /// <summary>Checks numbers without showing them.</summary>
    /// <exception cref="WrongNumberException">One is not what it should be.</exception>
    public void Check(string what, ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        Check(what, actual.SequenceEqual(expected), $"[{Text(actual)}] instead of [{Text(expected)}]");
    }

    /// <summary>Checks that something holds.</summary>
    /// <exception cref="WrongNumberException">It does not.</exception>
    public void Check(string what, bool holds, string otherwise)
    {
        Checks++;
        if (!holds)
            throw new WrongNumberException($"{what}: {otherwise}");
    }

    /// <summary>A number with as many decimals as it needs, four at the most.</summary>
    public static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private void Write(string line)
    {
        writer.Write(line + "\n");
        _free = line.Length == 0;
    }

    private static string Text(ReadOnlySpan<float> numbers) => string.Join(", ", numbers.ToArray().Select(number => Text(number)));
}
