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
    public void Reports_allocate_nothing()
    {
        var bar = new ConsoleProgressBar(TextWriter.Null, interactive: true);
        FitProgress progress = At(1, batch: 2, seconds: 0) with { ValidationLoss = 0.5, ValidationAccuracy = 0.875 };
        bar.Report(progress);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i < 100; i++)
            bar.Report(progress with { Elapsed = TimeSpan.FromSeconds(i) });
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
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

    private static FitProgress At(int epoch, int batch, double seconds) =>
        new(epoch, Epochs: 3, batch, Batches: 4, Step: batch, Samples: batch * 8, Loss: 0.12345, TimeSpan.FromSeconds(seconds));
}
