using System.Globalization;
using DslNet;
using Weights;

Print("embedded:", Embedded.Load());
Print("copied:", Copied.Load());
Print("renamed:", Renamed.Load());

static void Print(string what, INetwork network)
{
    float[] output = new float[1];
    network.Predict([1f, 2f], output);
    Console.WriteLine(what + " " + output[0].ToString(CultureInfo.InvariantCulture));
}
