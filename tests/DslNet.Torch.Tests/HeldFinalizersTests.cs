using System.Runtime.CompilerServices;

namespace DslNet.Torch.Tests;

public sealed class HeldFinalizersTests
{
    [Fact]
    public void No_finalizer_runs_before_all_have_let_go()
    {
        StrongBox<bool> finalized = new();
        HeldFinalizers first = new(), second = new();
        Forget(finalized);
        GC.Collect();
        Assert.False(SpinWait.SpinUntil(() => finalized.Value, TimeSpan.FromMilliseconds(50)));
        first.Dispose();
        first.Dispose();
        Assert.False(SpinWait.SpinUntil(() => finalized.Value, TimeSpan.FromMilliseconds(50)));
        second.Dispose();
        GC.WaitForPendingFinalizers();
        Assert.True(finalized.Value);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(StrongBox<bool> finalized) => _ = new Finalizable(finalized);

    private sealed class Finalizable(StrongBox<bool> finalized)
    {
        ~Finalizable() => finalized.Value = true;
    }
}
