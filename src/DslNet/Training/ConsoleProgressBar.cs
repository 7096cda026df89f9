using System.Globalization;

namespace DslNet;

/// <summary>
/// Shows a training on the console: a bar that grows with every epoch, or, where the output goes to a file or another program,
/// one plain line an epoch.
/// </summary>
/// <example><code>new FitOptions { Optimizer = new Adam(), Progress = new ConsoleProgressBar() }</code></example>
public sealed class ConsoleProgressBar : IProgress<FitProgress>
{
    private const int DefaultWidth = 80, LongestBar = 40, ShortestBar = 8, LongestText = 200;

    /// <summary>More often nobody sees it, and consoles are slow.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter _writer;
    private readonly bool _interactive;
    private readonly char[] _line;
    private readonly char[] _text = new char[LongestText];
    private TimeSpan? _drawn;
    private int _drawnLength;

    /// <summary>A bar on the console, as wide as it is, or lines if the console's output is redirected.</summary>
    public ConsoleProgressBar()
        : this(Console.Out, !Console.IsOutputRedirected, Console.IsOutputRedirected ? DefaultWidth : WindowWidth())
    {
    }

    /// <summary>A bar or lines on any writer.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="interactive">True for a bar, which returns to the beginning of its line to be drawn anew; false for a line an epoch.</param>
    /// <param name="width">How many characters a line holds; the bar keeps to it.</param>
    /// <exception cref="ArgumentNullException">There is no writer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    public ConsoleProgressBar(TextWriter writer, bool interactive, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (_writer, _interactive) = (writer, interactive);

        // The last column stays free: many consoles go to the next line once it is written.
        _line = new char[Math.Max(width - 1, 1)];
    }

    /// <summary>Shows how far the training has come, if it is time to.</summary>
    /// <param name="value">How far.</param>
    public void Report(FitProgress value)
    {
        if (_interactive)
            Draw(value);
        else if (value.IsEpochEnd)
            WriteLine(value);
    }

    /// <summary>Leaves the line of a bar whose epoch will not end.</summary>
    internal void EndLine()
    {
        if (_drawnLength == 0)
            return;
        _writer.WriteLine();
        _writer.Flush();
        (_drawn, _drawnLength) = (null, 0);
    }

    private static int WindowWidth() => Console.WindowWidth is > 0 and int width ? width : DefaultWidth;

    private void WriteLine(FitProgress progress)
    {
        _text.AsSpan().TryWrite(CultureInfo.InvariantCulture, $"Epoch {progress.Epoch}/{progress.Epochs}", out int length);
        length += Figures(progress, _text.AsSpan(length));
        _writer.WriteLine(_text, 0, length);
    }

    private void Draw(FitProgress progress)
    {
        bool soon = progress.Elapsed >= _drawn && progress.Elapsed - _drawn < Pause;
        if (soon && !progress.IsEpochEnd)
            return;

        int length = Compose(progress);
        int leftOver = Math.Max(_drawnLength - length, 0);
        _line.AsSpan(length, leftOver).Fill(' ');
        _writer.Write('\r');
        _writer.Write(_line, 0, length + leftOver);
        (_drawn, _drawnLength) = (progress.Elapsed, length);
        if (progress.IsEpochEnd)
        {
            _writer.WriteLine();
            (_drawn, _drawnLength) = (null, 0);
        }

        _writer.Flush();
    }

    /// <summary>Writes head, bar and figures to the line, as much as there is room for.</summary>
    private int Compose(FitProgress progress)
    {
        Span<char> line = _line;
        int figures = Figures(progress, _text);
        if (!line.TryWrite(CultureInfo.InvariantCulture, $"Epoch {progress.Epoch}/{progress.Epochs}", out int length))
            return 0;

        int bar = Math.Min(line.Length - length - figures - " []".Length, LongestBar);
        if (bar >= ShortestBar)
        {
            int full = (int)((long)bar * progress.Batch / progress.Batches);
            " [".CopyTo(line[length..]);
            length += 2;
            line.Slice(length, full).Fill('=');
            line.Slice(length + full, bar - full).Fill('.');
            length += bar;
            line[length++] = ']';
        }

        int shown = Math.Min(figures, line.Length - length);
        _text.AsSpan(0, shown).CopyTo(line[length..]);
        return length + shown;
    }

    private static int Figures(FitProgress progress, Span<char> text)
    {
        int length = Append(text, "  loss ", progress.Loss, "G4");
        if (progress.ValidationLoss is { } loss)
            length += Append(text[length..], "  validation loss ", loss, "G4");
        if (progress.ValidationAccuracy is { } accuracy)
            length += Append(text[length..], "  accuracy ", accuracy, "F4");
        length += Append(text[length..], "  ", progress.Elapsed.TotalSeconds, "F1");
        " s".CopyTo(text[length..]);
        return length + 2;
    }

    private static int Append(Span<char> text, string label, double number, string format)
    {
        label.CopyTo(text);
        number.TryFormat(text[label.Length..], out int digits, format, CultureInfo.InvariantCulture);
        return label.Length + digits;
    }
}
