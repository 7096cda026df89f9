//HintName: MaxPoolBackward.g.cs

// MaxPool1: the gradient of the maximum, times the derivative of ReLU, one sample.
[Method__(Optimized)]
public static void MaxPool1Backward(ref float x, ref float y, ref float dy, ref float dx, ref float saved)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			for (int column = 0; column < 3; column++)
			{
				int start = row * 96 + column * 16;
				ref float windowX = ref Place__.Add(ref x, start);
				ref float tileDx = ref Place__.Add(ref dx, start);
				ref float tileSaved = ref Place__.Add(ref saved, start);
				Float__ most = Lanes__.Load(ref y, (row * 3 + column) * 8);
				Float__ left = Lanes__.Load(ref dy, (row * 3 + column) * 8);
				bool hasNaN = !Vector__.EqualsAll(most, most);
				UInt__ lastNaN = hasNaN
					? global::DslNet.CompilerServices.LastNaN.Find(ref x, start, 2, 2, 48, 8, UInt__.AllBitsSet)
					: UInt__.Zero;
				{
					Float__ isMost = Vector__.Equals(Lanes__.Load(ref windowX, 0), most);
					if (hasNaN)
					{
						isMost |= Vector__.AsSingle(Vector__.Equals(lastNaN, Vector__.Create(0u)));
					}
					Lanes__.StoreReLUGradient(Vector__.BitwiseAnd(left, isMost), ref tileSaved, ref tileDx, 0);
					left = Vector__.AndNot(left, isMost);
				}
				{
					Float__ isMost = Vector__.Equals(Lanes__.Load(ref windowX, 8), most);
					if (hasNaN)
					{
						isMost |= Vector__.AsSingle(Vector__.Equals(lastNaN, Vector__.Create(8u)));
					}
					Lanes__.StoreReLUGradient(Vector__.BitwiseAnd(left, isMost), ref tileSaved, ref tileDx, 8);
					left = Vector__.AndNot(left, isMost);
				}
				{
					Float__ isMost = Vector__.Equals(Lanes__.Load(ref windowX, 48), most);
					if (hasNaN)
					{
						isMost |= Vector__.AsSingle(Vector__.Equals(lastNaN, Vector__.Create(48u)));
					}
					Lanes__.StoreReLUGradient(Vector__.BitwiseAnd(left, isMost), ref tileSaved, ref tileDx, 48);
					left = Vector__.AndNot(left, isMost);
				}
				{
					Float__ isMost = Vector__.Equals(Lanes__.Load(ref windowX, 56), most);
					if (hasNaN)
					{
						isMost |= Vector__.AsSingle(Vector__.Equals(lastNaN, Vector__.Create(56u)));
					}
					Lanes__.StoreReLUGradient(Vector__.BitwiseAnd(left, isMost), ref tileSaved, ref tileDx, 56);
					left = Vector__.AndNot(left, isMost);
				}
			}
		}
	}
}
