using DslNet.CompilerServices;

namespace DslNet;

/// <summary>How far the trainings of an optimiser have come: where the next call of <see cref="NetworkTraining.Fit"/> goes on.</summary>
internal record struct FitPosition
{
    /// <summary>The orders of samples that were begun. The one of the current epoch follows from this count.</summary>
    public int Epoch { get; init; }

    /// <summary>How many samples of that order were seen; zero once all were.</summary>
    public int Samples { get; init; }

    /// <summary>How many batches they were.</summary>
    public int Batches { get; init; }

    /// <summary>The sum of their losses.</summary>
    public double Loss { get; init; }

    /// <summary>What the mean of these is taken over: the samples, but those that are left out, or the weights of their classes.</summary>
    public double Counted { get; init; }

    /// <summary>The mean loss.</summary>
    public readonly double Mean => LossMean.Of(Loss, Counted);

    /// <summary>What the order was one of. An epoch cannot be finished with others.</summary>
    public (int Count, bool Shuffled, int Seed) Orders { get; init; }

    /// <summary>The <see cref="Dataset.Fingerprint"/> of the samples, where an epoch is unfinished. It cannot be finished with other samples.</summary>
    public int Fingerprint { get; init; }

    /// <summary>The same position, if an epoch of these orders of these samples is unfinished; otherwise the beginning of the next epoch.</summary>
    public readonly FitPosition For((int Count, bool Shuffled, int Seed) orders, Dataset data) =>
        Samples > 0 && Orders == orders && Fingerprint == data.Fingerprint() ? this : new() { Epoch = Epoch, Orders = orders };

    /// <summary>What the next call needs to go on. Only an unfinished epoch needs the fingerprint, which takes a pass over the samples.</summary>
    public readonly FitPosition Left(Dataset data) => Samples > 0 ? this with { Fingerprint = data.Fingerprint() } : this;

    /// <summary>As a checkpoint has it.</summary>
    public readonly FitPosition Visited(IStateVisitor visitor) => new()
    {
        Epoch = visitor.Count("position.epoch", Epoch),
        Samples = visitor.Count("position.samples", Samples),
        Batches = visitor.Count("position.batches", Batches),
        Loss = visitor.Real("position.loss", Loss),
        Counted = visitor.Real("position.counted", Counted),
        Fingerprint = visitor.Count("position.fingerprint", Fingerprint),
        Orders = (visitor.Count("position.count", Orders.Count), visitor.Truth("position.shuffled", Orders.Shuffled), visitor.Count("position.seed", Orders.Seed)),
    };

    /// <summary>After one more batch of an order.</summary>
    public readonly FitPosition After(int order, int samples, double mean, double counted) =>
        this with { Epoch = order, Samples = Samples + samples, Batches = Batches + 1, Loss = Loss + mean * counted, Counted = Counted + counted };

    /// <summary>After all samples of the order were seen.</summary>
    public readonly FitPosition AtEnd() => new() { Epoch = Epoch, Orders = Orders };
}
