using System.Xml.Linq;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>The page of a training.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dslnet-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "run.html");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_tells_of_a_training()
    {
        LinearNetwork network = new(2, 3, Loss.SoftmaxCrossEntropy, name: "A<B> & C");
        Dataset data = Samples.Corners(60, 1);
        int refreshed = 0;
        FitResult result = network.Fit(data, new FitOptions
        {
            Epochs = 4,
            Optimizer = new Adam(0.1f),
            Validation = data,
            LearningRateSchedule = new CosineSchedule(4),
            EarlyStopping = new EarlyStopping(3),
            Average = new ExponentialMovingAverage(),
            Report = Path,
            Callback = progress => refreshed += progress.Epoch > 1 && Page().ToString().Contains("http-equiv=\"refresh\"", StringComparison.Ordinal) ? 1 : 0,
        });
        Assert.Equal(6, refreshed);
        XElement page = Page();
        string text = page.ToString();
        Assert.DoesNotContain("http-equiv", text, StringComparison.Ordinal);
        Assert.Equal("A<B> & C: training", page.Descendants("title").Single().Value);
        Assert.Equal(["Epochs", "Mistakes in the validation", "Layers", "Weights", "Gradients of the last batch"], page.Descendants("h2").Select(heading => heading.Value));
        foreach (string said in (string[])["has ended, 4 of 4 epochs", "to 0 by a cosine over 4 epochs", "ends after 3 epochs without a better loss", "dense1.weight, 3×2", result.Last.ToString()])
            Assert.Contains(said, page.Value, StringComparison.Ordinal);

        // Nothing is fetched from anywhere, and nothing runs.
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);

        // As many points as epochs, in each of the lines.
        Assert.Equal([8, 4, 4], page.Descendants("svg").Take(3).Select(picture => picture.Descendants("circle").Count()));
        ConfusionMatrix matrix = network.Evaluate(data).ConfusionMatrix!;
        Assert.Equal(matrix[0, 0].ToString(), page.Descendants("table").ElementAt(1).Elements("tr").ElementAt(1).Elements("td").First().Value);
    }

    [Fact]
    public void A_training_of_values_that_was_stopped_has_one_too()
    {
        Dataset data = Samples.Plane(60, 1);
        new LinearNetwork(2, 2, Loss.MeanSquaredError).Fit(data, new FitOptions { Optimizer = new SGD(0.1f), Report = Path, Callback = progress => progress.Stop() });
        Assert.Contains("was stopped, 0 of 1 epoch", Page().Value, StringComparison.Ordinal);
        new LinearNetwork(2, 2, Loss.MeanSquaredError).Fit(data, new FitOptions { Optimizer = new SGD(0.1f), Report = Path });
        Assert.Equal(["Epochs", "Layers", "Weights", "Gradients of the last batch"], Page().Descendants("h2").Select(heading => heading.Value));
        Assert.Contains("Report is empty", Assert.Throws<ArgumentException>(() => new LinearNetwork(2, 2, Loss.MeanSquaredError).Fit(data, new FitOptions { Optimizer = new SGD(0.1f), Report = "" })).Message);
    }

    /// <summary>Values of many orders of magnitude, of none, and such as are no numbers.</summary>
    [Fact]
    public void Charts_take_any_values()
    {
        foreach (double[] values in (double[][])[[1], [1, 1], [1000, 1, 0.001], [double.NaN, 1, double.PositiveInfinity, 2], [double.NaN], [0, -5], []])
        {
            XElement chart = LineChart.Draw(values, values);
            Assert.DoesNotContain("NaN", chart.ToString(), StringComparison.Ordinal);
            Assert.Equal(2 * values.Count(double.IsFinite), chart.Descendants("circle").Count());
        }

        foreach (float[] values in (float[][])[[], [1], [1, 1], [float.NaN], [1, float.NaN, 2, float.NegativeInfinity], [float.MaxValue, float.MinValue]])
            Assert.DoesNotContain("NaN", Histogram.Draw(values).ToString(), StringComparison.Ordinal);
        Assert.Single(Histogram.Draw([3, 3, 3]).Descendants("rect"));
        Assert.Equal(3, Histogram.Draw([-1, 0.1f, 2, 2]).Descendants("rect").Count());
    }

    [Fact]
    public void Filters_are_pixels()
    {
        ParameterDescription Filters(int channels) => new("conv1.weight", new TensorShape(2, channels, 3, 3), 0, new PanelLayout(2, channels, 9), Initializer.GlorotUniform);
        Assert.True(FilterPicture.CanDraw(Filters(1)));
        Assert.True(FilterPicture.CanDraw(Filters(3)));
        Assert.False(FilterPicture.CanDraw(Filters(2)));
        Assert.False(FilterPicture.CanDraw(new ParameterDescription("dense1.weight", new TensorShape(2, 3), 0, new PanelLayout(2, 3, 1), Initializer.GlorotUniform)));
    }

    private XElement Page()
    {
        string text = File.ReadAllText(Path);
        Assert.StartsWith("<!DOCTYPE html>\n", text);
        return XElement.Parse(text["<!DOCTYPE html>\n".Length..]);
    }
}
