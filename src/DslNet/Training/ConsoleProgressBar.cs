using System.Diagnostics;
using System.Globalization;

namespace DslNet;

/// <summary>
/// Shows a training on the console: a bar that grows with every epoch, or, where the output goes to a file or another program,
/// plain lines.
/// </summary>
/// <remarks>
/// Each epoch has a line of its own. Of more than 30 epochs, those that end within a second of the last line are shown only in
/// passing, but for the last one. A line is ended when the training ends for any reason, or the process is told to end (Ctrl+C): what
/// is printed next begins a new one.
/// </remarks>
/// <example><code>new FitOptions { Optimizer = new Adam(), Progress = new ConsoleProgressBar() }</code></example>
public sealed class ConsoleProgressBar : IProgress<FitProgress>
{
    private const int DefaultWidth = 80, LongestBar = 40, ShortestBar = 8, LongestText = 200, MostLines = 30;

    /// <summary>More often nobody sees it, and consoles are slow.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Many short epochs have a line in so much time.</summary>
    private static readonly TimeSpan s_lineTime = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly TextWriter _writer;
    private readonly bool _interactive;
    private readonly int _width;
    private readonly char[] _output;
    private readonly char[] _text = new char[LongestText];
    private TimeSpan? _drawn, _kept;
    private int _drawnLength;
    private long _interrupted;
    private ProcessEnd? _processEnd;

    /// <summary>A bar on the console, as wide as it is, or lines if the console's output is redirected.</summary>
    public ConsoleProgressBar()
        : this(Console.Out, !Console.IsOutputRedirected, Console.IsOutputRedirected ? DefaultWidth : WindowWidth())
    {
    }

    /// <summary>A bar or lines on any writer.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="interactive">True for a bar, which returns to the beginning of its line to be drawn anew; false for plain lines.</param>
    /// <param name="width">How many characters a line holds; the bar keeps to it.</param>
    /// <exception cref="ArgumentNullException">There is no writer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    public ConsoleProgressBar(TextWriter writer, bool interactive, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        (_writer, _interactive) = (writer, interactive);

        // The last column stays free: many consoles go to the next line once it is written.
        _width = Math.Max(width - 1, 1);
        _output = new char["\r".Length + _width + writer.NewLine.Length];
        _output[0] = '\r';
    }

    /// <summary>Shows how far the training has come, if it is time to.</summary>
    /// <param name="value">How far.</param>
    public void Report(FitProgress value)
    {
        lock (_lock)
        {
            bool keep = Keeps(value);
            if (_interactive)
                Draw(value, keep);
            else if (keep)
                WriteLine(value);
            if (keep)
                _kept = value.Elapsed;
        }
    }

    /// <summary>The training has ended: the bar does not go on in this line.</summary>
    internal void EndLine()
    {
        lock (_lock)
        {
            _kept = null;
            FinishLine();
        }
    }

    /// <summary>The training has ended by an exception, which no trouble with the writer may hide. Often it is the trouble with the writer.</summary>
    internal void EndLineAfterFailure()
    {
        try
        {
            EndLine();
        }
        catch (Exception)
        {
            // A writer that is closed, or fails in a way of its own, has lost its line with it. The caller throws what ended the training.
        }
    }

    private static int WindowWidth() => Console.WindowWidth is > 0 and int width ? width : DefaultWidth;

    private bool Keeps(FitProgress progress)
    {
        // Another training begins at zero again.
        if (progress.Elapsed < _kept)
            _kept = null;
        return progress.IsEpochEnd
            && (progress.Epochs <= MostLines || progress.Epoch == progress.Epochs || progress.Elapsed - (_kept ?? TimeSpan.Zero) >= s_lineTime);
    }

    private void WriteLine(FitProgress progress)
    {
        _text.AsSpan().TryWrite(CultureInfo.InvariantCulture, $"Epoch {progress.Epoch}/{progress.Epochs}", out int length);
        length += Figures(progress, _text.AsSpan(length));
        _writer.WriteLine(_text, 0, length);
    }

    private void Draw(FitProgress progress, bool keep)
    {
        bool soon = progress.Elapsed >= _drawn && progress.Elapsed - _drawn < s_pause;
        bool ending = _interrupted != 0 && Stopwatch.GetElapsedTime(_interrupted) < s_lineTime;
        if ((soon || ending) && !keep)
            return;

        int length = Compose(progress, _output.AsSpan(1, _width));
        int leftOver = Math.Max(_drawnLength - length, 0);
        _output.AsSpan(1 + length, leftOver).Fill(' ');
        (_drawn, _drawnLength) = (progress.Elapsed, length);
        length += 1 + leftOver;
        if (keep)
        {
            // Bar and line end at once, so that no end of the process comes between.
            _writer.NewLine.CopyTo(_output.AsSpan(length));
            length += _writer.NewLine.Length;
            (_drawn, _drawnLength) = (null, 0);
        }
        else
        {
            _processEnd ??= new ProcessEnd(Interrupt);
        }

        _writer.Write(_output, 0, length);
        _writer.Flush();
        if (keep)
            StopWatching();
    }

    private void FinishLine()
    {
        int drawn = _drawnLength;
        (_drawn, _drawnLength) = (null, 0);
        StopWatching();
        if (drawn == 0)
            return;
        _writer.WriteLine();
        _writer.Flush();
    }

    private void StopWatching()
    {
        _processEnd?.Dispose();
        _processEnd = null;
    }

    /// <summary>
    /// Ends the line while the training still runs, on another thread. The bar stays away for a moment: either the process ends in it, or
    /// the program has a use of its own for the signal.
    /// </summary>
    private void Interrupt()
    {
        // A console that does not take what is written must not keep the process from ending.
        if (!_lock.TryEnter(s_lineTime))
            return;
        try
        {
            _interrupted = Stopwatch.GetTimestamp();
            if (_drawnLength == 0)
                return;
            _writer.WriteLine();
            _writer.Flush();
            (_drawn, _drawnLength) = (null, 0);
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException)
        {
            // What it was drawn on is closed or gone, and its line with it: no reason to end the process in another way than it ends.
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>Writes head, bar and figures to the line, as much as there is room for.</summary>
    private int Compose(FitProgress progress, Span<char> line)
    {
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
