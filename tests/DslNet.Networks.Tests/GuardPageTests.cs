namespace DslNet.Networks.Tests;

/// <summary>Not a byte beside a network's memory is touched: that memory lies at the very edge of pages that nobody may touch.</summary>
public class GuardPageTests
{
    public static TheoryData<string, string> Runs
    {
        get
        {
            TheoryData<string, string> runs = [];
            foreach (NetworkCase item in NetworkCase.All)
            {
                runs.Add(item.Name, "Start");
                runs.Add(item.Name, "End");
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void KernelsStayWithinTheirMemory(string name, string place)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The calls that protect pages are Linux's.");
        ChildResult result = Child.Run(["guard", name, place]);
        Assert.True(result.ExitCode == 0, $"{name} ended with {result.ExitCode} in: {result.LastLine}\n{result.Errors}");
        Assert.Equal("done", result.LastLine);
    }

    [Theory]
    [InlineData("Start")]
    [InlineData("End")]
    public void KernelsOfTokensStayWithinTheirMemory(string place)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The calls that protect pages are Linux's.");
        ChildResult result = Child.Run(["guard-tokens", place]);
        Assert.True(result.ExitCode == 0, $"The network ended with {result.ExitCode} in: {result.LastLine}\n{result.Errors}");
        Assert.Equal("done", result.LastLine);
    }

    [Theory]
    [InlineData("Start")]
    [InlineData("End")]
    public void KernelsOfFramesStayWithinTheirMemory(string place)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The calls that protect pages are Linux's.");
        ChildResult result = Child.Run(["guard-frames", place]);
        Assert.True(result.ExitCode == 0, $"The network ended with {result.ExitCode} in: {result.LastLine}\n{result.Errors}");
        Assert.Equal("done", result.LastLine);
    }

    /// <summary>Were this to survive, the tests above would prove nothing.</summary>
    [Theory]
    [InlineData("Start")]
    [InlineData("End")]
    public void AnOverrunEndsTheProcess(string place)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The calls that protect pages are Linux's.");
        ChildResult result = Child.Run(["overrun", place]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal("the overrun begins", result.LastLine);
        Assert.Contains("AccessViolationException", result.Errors);
    }
}
