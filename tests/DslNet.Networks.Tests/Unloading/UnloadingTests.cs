using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>What was loaded to be unloaded goes away after training, although threads helped with it.</summary>
public class UnloadingTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>The library among what is unloaded (its threads end), or shared with others (its threads stay, and forget).</summary>
    [Theory]
    [InlineData(true, false), InlineData(false, false)]
    [InlineData(true, true), InlineData(false, true)]
    public void AContextIsUnloadedAfterTraining(bool withLibrary, bool trainsDuringUnloading)
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "Nothing is divided on one processor.");
        WeakReference context = TrainAndUnload(withLibrary, trainsDuringUnloading);
        long start = Stopwatch.GetTimestamp();
        while (context.IsAlive && Stopwatch.GetElapsedTime(start) < s_patience)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(10);
        }

        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference TrainAndUnload(bool withLibrary, bool trainsDuringUnloading)
    {
        UnloadableContext context = new(withLibrary);
        context.Train();
        Assert.InRange(context.Workers(), 1, int.MaxValue);
        context.Unload();
        if (trainsDuringUnloading)
            context.Train();
        return new WeakReference(context);
    }
}
