using System.Globalization;
using System.Xml.Linq;

namespace DslNet;

/// <summary>The page of a training: what is trained and how, how it goes, and what came out.</summary>
/// <param name="path">The file.</param>
/// <param name="network">The network.</param>
/// <param name="options">How it is trained.</param>
/// <param name="train">On which samples.</param>
internal sealed class FitReport(string path, INetwork network, FitOptions options, Dataset train)
{
    /// <summary>So often a browser looks while the training runs.</summary>
    private const int RefreshSeconds = 5;

    /// <summary>Histograms of more tensors are more than anybody looks at.</summary>
    private const int MostHistograms = 60;

    /// <summary>Writes the page wholly or not at all.</summary>
    /// <param name="epochs">The epochs that ended.</param>
    /// <param name="isRunning">Whether others follow.</param>
    /// <param name="stopped">Whether the training was stopped before its end.</param>
    public void Write(IReadOnlyList<EpochResult> epochs, bool isRunning, bool stopped)
    {
        ReportPage page = new($"{network.Description.Name}: training") { Refresh = isRunning ? RefreshSeconds : null };
        AddSummary(page, epochs, isRunning, stopped);
        AddCurves(page, epochs);
        if (!isRunning)
            AddMistakes(page);
        page.Add("Layers", ReportPage.Table(["layer", "declaration", "output", " parameters", " multiply-adds"], LayerRows()));
        AddParameters(page);
        AtomicFile.Write(path, page.Write);
    }

    private void AddSummary(ReportPage page, IReadOnlyList<EpochResult> epochs, bool isRunning, bool stopped)
    {
        string state = isRunning ? "is running" : stopped ? "was stopped" : "has ended";
        EpochResult? last = epochs.Count == 0 ? null : epochs[^1];
        List<string[]> rows =
        [
            ["state", $"{state}, {epochs.Count} of {Counted.Text(options.Epochs, "epoch")}"],
            ["samples", train.ToString() ?? ""],
            ["batch size", Text(options.BatchSize)],
            ["optimizer", options.Optimizer.ToString()],
        ];
        if (options.LearningRateSchedule is { } schedule)
            rows.Add(["learning rate", schedule.ToString() ?? ""]);
        if (options.EarlyStopping is { } early)
            rows.Add(["early stopping", early.ToString()]);
        if (options.Average is { } average)
            rows.Add(["average", average.ToString()]);
        if (last is not null)
        {
            rows.Add(["last", last.ToString()]);
            rows.Add(["throughput", string.Create(CultureInfo.InvariantCulture, $"{epochs.Count * (double)train.Count / Math.Max(last.Elapsed.TotalSeconds, 1e-9):N0} samples a second, validations included")]);
        }

        page.Add(null, ReportPage.Table([], rows));
    }

    private static void AddCurves(ReportPage page, IReadOnlyList<EpochResult> epochs)
    {
        if (epochs.Count == 0)
            return;
        bool isValidated = epochs.Any(epoch => epoch.ValidationLoss is not null);
        List<XElement> figures =
        [
            ReportPage.Figure(
                LineChart.Draw([.. epochs.Select(epoch => epoch.Loss)], isValidated ? [.. epochs.Select(epoch => epoch.ValidationLoss ?? double.NaN)] : null),
                isValidated ? "loss: of the training blue, of the validation orange" : "loss of the training"),
        ];
        if (epochs.Any(epoch => epoch.ValidationAccuracy is not null))
            figures.Add(ReportPage.Figure(LineChart.Draw([.. epochs.Select(epoch => epoch.ValidationAccuracy ?? double.NaN)]), "accuracy of the validation"));
        figures.Add(ReportPage.Figure(LineChart.Draw([.. epochs.Select(epoch => (double)epoch.LearningRate)]), "learning rate of the last step of each epoch"));
        page.Add("Epochs", ReportPage.Row(figures));
    }

    /// <summary>Which class of the validation was taken for which, by the network as the call leaves it.</summary>
    private void AddMistakes(ReportPage page)
    {
        Dataset data = options.Validation ?? train;
        if (network.Evaluate(data).ConfusionMatrix is not { } matrix)
            return;
        string heading = options.Validation is null ? "Mistakes in the training samples" : "Mistakes in the validation";
        page.Add(heading, matrix.Classes <= ConfusionPicture.MostClasses ? ConfusionPicture.Draw(matrix) : new XElement("pre", matrix.ToString()));
    }

    private IEnumerable<string[]> LayerRows()
    {
        NetworkDescription description = network.Description;
        return
        [
            .. description.Inputs.Select(port => new[] { port.Name, "", port.Content, "", "" }),
            .. description.Layers.Select(layer => new[]
            {
                layer.Name, layer.Declaration, layer.Output.ToString(), Text(layer.Parameters.Sum(parameter => parameter.Shape.Length)), Text(layer.MultiplyAdds),
            }),
            ["total", "", "", Text(description.ParameterCount), Text(description.MultiplyAdds)],
        ];
    }

    private void AddParameters(ReportPage page)
    {
        if (network.Description.Parameters.FirstOrDefault(FilterPicture.CanDraw) is { } filters)
            page.Add("Filters of the first layer", ReportPage.Figure(FilterPicture.Draw(new ParameterTensor(network, filters)), $"{filters.Name}, {filters.Shape}"));
        ParameterDescription[] shown = [.. network.Description.Parameters.Take(MostHistograms)];
        page.Add("Weights", ReportPage.Row(shown.Select(parameter => Histogram(parameter, isGradient: false))));
        page.Add("Gradients of the last batch", ReportPage.Row(shown.Select(parameter => Histogram(parameter, isGradient: true))));
    }

    private XElement Histogram(ParameterDescription parameter, bool isGradient) =>
        ReportPage.Figure(DslNet.Histogram.Draw(new ParameterTensor(network, parameter, isGradient).ToArray()), $"{parameter.Name}, {parameter.Shape}");

    private static string Text(long count) => count == 0 ? "" : count.ToString("N0", CultureInfo.InvariantCulture);
}
