using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>The network computes the gradients, and its kernels update each piece of the parameters once its gradients are complete.</summary>
internal readonly ref struct FusedSweepStep(IFusedTraining network, SampleBatch batch, long step) : ISweepStep
{
    private readonly IFusedTraining _network = network;
    private readonly SampleBatch _batch = batch;
    private readonly long _step = step;

    /// <returns>The mean loss.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Run<TSweep, TWide>(TSweep sweep)
        where TSweep : struct, ISweep<TWide>, allows ref struct
        where TWide : struct, IUpdate, allows ref struct =>
        _batch.TrainFused(_network, _step, new SweepUpdate<TSweep, TWide>(sweep));
}
