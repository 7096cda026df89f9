using System.Runtime.CompilerServices;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

public class ConsoleProgressBarTests
{
    [Fact]
    public void Redirected_output_gets_a_line_an_epoch()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var bar = new ConsoleProgressBar(writer, interactive: false);
        foreach (int epoch in (int[])[1, 2])
        {
            bar.Report(At(epoch, batch: 1, seconds: epoch));
            bar.Report(At(epoch, batch: 4, seconds: epoch + 0.3) with { ValidationLoss = 0.5, ValidationAccuracy = 0.875 });
        }

        bar.Report(At(3, batch: 4, seconds: 1234.5));
        Assert.Equal(
            """
            Epoch 1/3  loss 0.1235  validation loss 0.5  accuracy 0.8750  1.3 s
            Epoch 2/3  loss 0.1235  validation loss 0.5  accuracy 0.8750  2.3 s
            Epoch 3/3  loss 0.1235  1234.5 s

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Fact]
    public void A_bar_is_drawn_over_and_over()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var bar = new ConsoleProgressBar(writer, interactive: true, width: 60);
        bar.Report(At(1, batch: 1, seconds: 0.5));
        bar.Report(At(1, batch: 2, seconds: 0.7));
        bar.Report(At(1, batch: 4, seconds: 0.9));
        Assert.Equal(
            "\rEpoch 1/3 [======.....................]  loss 0.1235  0.5 s" +
            "\rEpoch 1/3 [=============..............]  loss 0.1235  0.7 s" +
            "\rEpoch 1/3 [===========================]  loss 0.1235  0.9 s\n",
            writer.ToString());
    }

    [Fact]
    public void It_is_not_drawn_more_often_than_anybody_sees()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var bar = new ConsoleProgressBar(writer, interactive: true);
        for (int batch = 1; batch <= 1000; batch++)
            bar.Report(new FitProgress(1, 1, batch, 1000, batch, batch, 0.1, TimeSpan.FromMilliseconds(batch)));
        int drawn = writer.ToString().Count(c => c == '\r');
        Assert.InRange(drawn, 10, 11);

        // Another training begins at zero again.
        bar.Report(new FitProgress(1, 1, 1, 1000, 1, 1, 0.1, TimeSpan.Zero));
        Assert.Equal(drawn + 1, writer.ToString().Count(c => c == '\r'));
    }

    [Fact]
    public void A_shorter_line_wipes_a_longer_one()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var bar = new ConsoleProgressBar(writer, interactive: true, width: 30);
        bar.Report(At(1, batch: 1, seconds: 0) with { Loss = 0.12345 });
        bar.Report(At(1, batch: 2, seconds: 9) with { Loss = 1 });
        string[] lines = writer.ToString().Split('\r');
        Assert.Equal(lines[1].Length, lines[2].Length);
        Assert.EndsWith("  loss 1  9.0 s     ", lines[2]);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Many_short_epochs_share_a_line(bool interactive)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var bar = new ConsoleProgressBar(writer, interactive);
        for (int training = 0; training < 2; training++)
        {
            for (int epoch = 1; epoch <= 200; epoch++)
                bar.Report(new FitProgress(epoch, 200, 1, 1, epoch, 8, 0.1, TimeSpan.FromMilliseconds(20 * epoch)));
        }

        // 20 ms each: 50 in a second. The second training begins at zero again.
        string[] lines = writer.ToString().Split('\n');
        Assert.Equal(9, lines.Length);
        string[] epochs = ["50/200", "100/200", "150/200", "200/200", "50/200", "100/200", "150/200", "200/200"];
        Assert.All(lines.Zip(epochs), pair => Assert.StartsWith("Epoch " + pair.Second, pair.First.Split('\r')[^1], StringComparison.Ordinal));
        Assert.Empty(lines[8]);
    }

    [Fact]
    public void Thirty_epochs_have_a_line_each()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var bar = new ConsoleProgressBar(writer, interactive: true);
        for (int epoch = 1; epoch <= 30; epoch++)
            bar.Report(new FitProgress(epoch, 30, 1, 1, epoch, 8, 0.1, TimeSpan.FromMilliseconds(epoch)));
        Assert.Equal(30, writer.ToString().Count(c => c == '\n'));
    }

    /// <summary>A writer that is closed with a bar on it must not trouble the end of the process: these tests' own would fail.</summary>
    [Fact]
    public void A_closed_writer_is_left_alone()
    {
        var writer = new StringWriter();
        new ConsoleProgressBar(writer, interactive: true).Report(At(1, batch: 1, seconds: 0));
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Write("a"));
    }

    /// <summary>What ended the training is told, not that its line could not be ended.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void A_closed_writer_hides_no_exception(bool own)
    {
        var writer = own ? new StubbornWriter() : new StringWriter();
        var options = new FitOptions
        {
            Optimizer = new SGD(0.1f),
            BatchSize = 1,
            Progress = new ConsoleProgressBar(writer, interactive: true),
            Callback = progress =>
            {
                if (progress.Step < 3)
                    return;
                Assert.StartsWith("\rEpoch 1/1 [=", writer.ToString(), StringComparison.Ordinal);
                writer.Dispose();
                throw new InvalidTimeZoneException("mine");
            },
        };
        var network = new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy);
        Assert.Equal("mine", Assert.Throws<InvalidTimeZoneException>(() => network.Fit(Samples.Numbered(10), options)).Message);
    }

    /// <summary>A bar that watches for the end of the process is kept by the runtime: it must not for the rest of the process.</summary>
    [Fact]
    public void A_bar_whose_writer_was_closed_is_let_go()
    {
        WeakReference bar = FailWithBar();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(bar.IsAlive);
    }

    /// <summary>What is printed next must not come to stand behind the bar.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void A_training_that_is_cancelled_or_fails_ends_the_line(bool cancelled)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using var source = new CancellationTokenSource();
        var options = new FitOptions
        {
            Optimizer = new SGD(0.1f),
            BatchSize = 1,
            Progress = new ConsoleProgressBar(writer, interactive: true),
            CancellationToken = source.Token,
            LearningRateSchedule = LearningRateSchedule.Of(step =>
            {
                if (step < 3)
                    return 0.1f;
                if (!cancelled)
                    throw new InvalidOperationException("mine");
                source.Cancel();
                return 0.1f;
            }),
        };
        try
        {
            new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy).Fit(Samples.Numbered(10), options);
        }
        catch (Exception exception) when (exception is OperationCanceledException || exception.Message == "mine")
        {
            // However it ends: what counts is the line.
        }

        Assert.StartsWith("\rEpoch 1/1 [====....", writer.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" s\n", writer.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, writer.ToString().Count(c => c == '\n'));
    }

    [Theory, InlineData(1), InlineData(5), InlineData(10), InlineData(25), InlineData(30), InlineData(45), InlineData(79), InlineData(300)]
    public void It_keeps_to_the_width(int width)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var bar = new ConsoleProgressBar(writer, interactive: true, width);
        bar.Report(At(1, batch: 2, seconds: 0));
        bar.Report(At(1, batch: 4, seconds: 1) with { ValidationLoss = 0.5, ValidationAccuracy = 0.875 });
        Assert.All(writer.ToString().Split('\r', '\n'), line => Assert.InRange(line.Length, 0, Math.Max(width - 1, 1)));
    }

    [Fact]
    public void Reports_allocate_nothing_worth_mentioning()
    {
        var bar = new ConsoleProgressBar(TextWriter.Null, interactive: true);
        FitProgress progress = At(1, batch: 2, seconds: 0) with { ValidationLoss = 0.5, ValidationAccuracy = 0.875 };
        bar.Report(progress);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i < 100; i++)
            bar.Report(progress with { Elapsed = TimeSpan.FromSeconds(i) });

        // Nothing once the formatting of numbers is compiled with optimisation, which happens when it pleases the runtime.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 99);
    }

    [Fact]
    public void It_follows_a_training()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy).Fit(
            Samples.Numbered(10), new FitOptions { Epochs = 3, Optimizer = new SGD(0.1f), Progress = new ConsoleProgressBar(writer, interactive: false) });
        Assert.Equal(["Epoch 1/3", "Epoch 2/3", "Epoch 3/3", ""], writer.ToString().Split('\n').Select(line => line[..Math.Min(9, line.Length)]));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new ConsoleProgressBar(null!, interactive: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConsoleProgressBar(TextWriter.Null, interactive: true, width: 0));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference FailWithBar()
    {
        var writer = new StringWriter();
        var bar = new ConsoleProgressBar(writer, interactive: true);
        Assert.Throws<ObjectDisposedException>(() => new LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy).Fit(Samples.Numbered(10), new FitOptions
        {
            Optimizer = new SGD(0.1f),
            BatchSize = 1,
            Progress = bar,
            Callback = progress =>
            {
                if (progress.Step < 3)
                    return;
                writer.Dispose();
                throw new ObjectDisposedException("mine");
            },
        }));
        return new WeakReference(bar);
    }

    private static FitProgress At(int epoch, int batch, double seconds) =>
        new(epoch, Epochs: 3, batch, Batches: 4, Step: batch, Samples: batch * 8, Loss: 0.12345, TimeSpan.FromSeconds(seconds));
}
