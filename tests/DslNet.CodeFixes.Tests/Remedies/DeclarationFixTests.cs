namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>DSLN0001, DSLN0003 and DSLN0008: what makes a class a network.</summary>
public sealed class DeclarationFixTests
{
    [Theory]
    [InlineData("public sealed class {|DSLN0001:Net|};", "public sealed partial class Net;")]
    [InlineData("class {|DSLN0001:Net|} { }", "partial class Net { }")]
    [InlineData("/* first */ internal /* then */ class {|DSLN0001:Net|};", "/* first */ internal /* then */ partial class Net;")]
    public Task Networks_become_partial(string before, string after) => CodeFix.VerifyAsync(
        $"[Network, Input(2), Dense(1)]\n{before}\n", $"[Network, Input(2), Dense(1)]\n{after}\n", "Make Net partial");

    [Fact]
    public Task All_networks_of_a_file_become_partial() => CodeFix.VerifyAsync(
        "[Network, Input(2), Dense(1)]\nclass {|DSLN0001:One|};\n\n[Network, Input(2), Dense(1)]\nclass {|DSLN0001:Two|};\n",
        "[Network, Input(2), Dense(1)]\npartial class One;\n\n[Network, Input(2), Dense(1)]\npartial class Two;\n",
        "Make One partial");

    [Fact]
    public Task Types_around_a_network_become_partial() => CodeFix.VerifyAsync(
        """
        public static class {|DSLN0003:Outer|}
        {
            internal struct {|DSLN0003:Middle|}
            {
                [Network, Input(2), Dense(1)]
                public partial class Net;
            }
        }
        """,
        """
        public static partial class Outer
        {
            internal partial struct Middle
            {
                [Network, Input(2), Dense(1)]
                public partial class Net;
            }
        }
        """,
        "Make Outer partial");

    [Fact]
    public Task Two_networks_make_their_container_partial_once() => CodeFix.VerifyAsync(
        "class {|DSLN0003,DSLN0003:Outer|}\n{\n    [Network, Input(2), Dense(1)] partial class One;\n    [Network, Input(2), Dense(1)] partial class Two;\n}\n",
        "partial class Outer\n{\n    [Network, Input(2), Dense(1)] partial class One;\n    [Network, Input(2), Dense(1)] partial class Two;\n}\n");

    [Theory]
    [InlineData("[{|DSLN0008:Input(2)|}]\n[Dense(1)]\n", "[Network]\n[Input(2)]\n[Dense(1)]\n")]
    [InlineData("/// <summary>Small.</summary>\n[{|DSLN0008:Input(2)|}, Dense(1)]\n", "/// <summary>Small.</summary>\n[Network]\n[Input(2), Dense(1)]\n")]
    [InlineData("    [{|DSLN0008:DslNet.Input(2)|}, DslNet.Dense(1)]\n    ", "    [DslNet.Network]\n    [DslNet.Input(2), DslNet.Dense(1)]\n    ")]
    [InlineData("[{|DSLN0008:global::DslNet.Input(2)|}, Dense(1)] ", "[global::DslNet.Network]\n[global::DslNet.Input(2), Dense(1)] ")]
    [InlineData("[System.Serializable] [{|DSLN0008:Input(2)|}, Dense(1)] ", "[System.Serializable] [Network] [Input(2), Dense(1)] ")]
    public Task Network_is_added(string before, string after) => CodeFix.VerifyAsync(
        before + "public partial class Net;\n", after + "public partial class Net;\n", "Add [Network]");
}
