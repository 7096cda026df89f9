using DslNet.Benchmarks.Limits;
using DslNet.Benchmarks.Measuring;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Quick;

/// <summary>One row of the output: a workload, what is done with it, and how many samples at once.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Metric">"train" or "infer".</param>
/// <param name="Batch">Samples in a call.</param>
/// <param name="MultiplyAdds">Multiply-adds in a call, counted as if no gradient were zero.</param>
/// <param name="Case">The call.</param>
/// <param name="Other">For training the optimiser's part, for prediction one reading of the weights.</param>
internal sealed record Measurement(string Workload, string Metric, int Batch, double MultiplyAdds, Case Case, Case Other)
{
    public const string Train = "train", Infer = "infer";

    /// <summary>All that is to be measured of a workload.</summary>
    public static IEnumerable<Measurement> Of(Workload workload, Session session)
    {
        INetwork network = workload.Create(1);
        NetworkDescription description = network.Description;
        float sink = 0;

        var steps = workload.TrainBatches.Select(batch => (batch, new TrainingStep(workload, batch))).ToArray();
        Case optimizer = session.Add(steps[0].Item2.RunOptimizer);
        foreach ((int batch, TrainingStep step) in steps)
        {
            double multiplyAdds = (double)batch * Workloads.Workload.TrainingMultiplyAdds(description);
            yield return new(workload.Name, Train, batch, multiplyAdds, session.Add(() => sink += step.Run()), optimizer);
        }

        var weights = new ReadBandwidth(network.Parameters.Length * sizeof(float));
        Case reading = session.Add(() => sink += weights.Run());
        foreach (int batch in workload.InferBatches)
        {
            var prediction = new Prediction(workload, batch);
            yield return new(workload.Name, Infer, batch, (double)batch * description.MultiplyAdds, session.Add(() => sink += prediction.Run()), reading);
        }
    }
}
