namespace DslNet;

/// <summary>The checkpoint of one call of <see cref="NetworkTraining.Fit"/>.</summary>
/// <param name="path">The file.</param>
/// <param name="network">The network.</param>
/// <param name="train">The samples.</param>
/// <param name="optimizer">The optimiser, which is prepared.</param>
/// <param name="seed">Where the orders of the samples come from; null if they are not shuffled.</param>
internal sealed class FitCheckpoint(string path, INetwork network, Dataset train, Optimizer optimizer, int? seed)
{
    private const string FirstStep = "fit.first_step", NetworkSeed = "network.seed", Samples = "samples.count", Fingerprint = "samples.fingerprint", Shuffled = "order.shuffled", OrderSeed = "order.seed";

    private readonly long _first = optimizer.Steps;
    private readonly int _fingerprint = train.Fingerprint();

    /// <summary>Goes on from the file, if there is one of this call.</summary>
    /// <param name="visit">Tells a visitor the state of the training.</param>
    /// <exception cref="InvalidDataException">It is no checkpoint of this call; nothing is changed.</exception>
    public void Resume(Action<IStateVisitor> visit)
    {
        if (CheckpointFile.Read(path) is not { } content)
            return;
        if (content.Get<long>(FirstStep) != _first)
        {
            // What this very optimiser wrote before is of an earlier call, and no longer needed.
            if (_first > 0 && content.Get<long>(Optimizer.StepsName) == _first)
                return;
            throw new InvalidDataException(
                $"{path} is the checkpoint of a call of Fit that began after {Counted.Text(content.Get<long>(FirstStep), "step")} of its optimizer, and this one begins after {_first}. Give each call a file of its own, or delete the file to begin anew.");
        }

        Require(content, NetworkSeed, network.Seed, "the network's seed");
        Require(content, Samples, train.Count, "the number of samples");
        if (content.Get<long>(Shuffled) != (seed is null ? 0 : 1))
            throw new InvalidDataException($"{path} was written by a training {(seed is null ? "with FitOptions.Shuffle, and here it is false" : "without FitOptions.Shuffle, and here it is true")}. Train as before, or delete the file to begin anew.");
        Require(content, OrderSeed, seed ?? 0, "FitOptions.Seed, or the network's where that is null,");
        if (content.Get<long>(Fingerprint) != _fingerprint)
            throw new InvalidDataException($"{path} was written by a training with other samples, as many as these. Train with the same samples, or delete the file to begin anew.");
        visit(new StateCheck(content));
        content.RequireNoMore();
        network.Load(path);
        visit(new StateReader(content));
    }

    /// <summary>Writes the file.</summary>
    /// <param name="visit">Tells a visitor the state of the training.</param>
    public void Write(Action<IStateVisitor> visit)
    {
        StateWriter state = new();
        state.Whole(FirstStep, _first);
        state.Whole(NetworkSeed, network.Seed);
        state.Whole(Samples, train.Count);
        state.Whole(Fingerprint, _fingerprint);
        state.Whole(Shuffled, seed is null ? 0 : 1);
        state.Whole(OrderSeed, seed ?? 0);
        visit(state);
        CheckpointFile.Write(path, network, state);
    }

    private void Require(StateContent content, string name, long value, string what)
    {
        if (content.Get<long>(name) != value)
            throw new InvalidDataException($"{path} was written by a training in which {what} was {content.Get<long>(name)}, and here it is {value}. Train with the same one, or delete the file to begin anew.");
    }
}
