//HintName: MaxPoolForward.g.cs

// MaxPool1: y = maximum of 2×2 positions, one sample.
[Method__(Optimized)]
public static void MaxPool1Forward(ref float x, ref float y)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			for (int column = 0; column < 3; column++)
			{
				ref float windowX = ref Place__.Add(ref x, row * 96 + column * 16);
				Float__ most = Lanes__.Load(ref windowX, 0);
				most = Math__.MaxOrNaN(Lanes__.Load(ref windowX, 8), most);
				most = Math__.MaxOrNaN(Lanes__.Load(ref windowX, 48), most);
				most = Math__.MaxOrNaN(Lanes__.Load(ref windowX, 56), most);
				Lanes__.Store(most, ref y, (row * 3 + column) * 8);
			}
		}
	}
}
